package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.AmountCurve;
import dev.tollgate.engine.compare.Curve;
import dev.tollgate.engine.compare.TooFine;
import dev.tollgate.engine.policy.Allotment.Grant.Limit;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Cap;
import dev.tollgate.grammar.tree.QuotaClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Editions are declared from the smallest to the largest, so none gives less than the one before
 * it. Compared exactly over all numbers of one kind of seat at a time; lines with conditions, and
 * amounts that depend on more than seats, are left alone.
 */
final class CheckOrderOfEditions implements Stage {

  private static final String NO_SEATS = "";

  /** What one edition is given whatever the account is. */
  private record Given(Product.Edition edition, AllotLine line, Limit limit) {}

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      for (QuotaDraft quota : product.allQuotas) {
        quota.versions.stream()
            .map(VersionDraft::allotments)
            .distinct()
            .forEach(lines -> check(quota, given(product, lines)));
      }
    }
  }

  private static List<Given> given(ProductDraft product, List<AllotLine> lines) {
    List<Given> given = new ArrayList<>();
    for (Product.Edition edition : product.editions.values().stream().distinct().toList()) {
      List<AllotLine> its =
          lines.stream().filter(line -> line.editions().contains(edition.name())).toList();
      if (its.size() == 1 && its.get(0).grants().size() == 1) {
        AllotLine.Part part = its.get(0).grants().get(0);
        if (part.when().isAlways() && part.grant() instanceof Limit limit) {
          given.add(new Given(edition, its.get(0), limit));
        }
      }
    }
    return given;
  }

  private static void check(QuotaDraft quota, List<Given> given) {
    for (int i = 1; i < given.size(); i++) {
      Given lesser = given.get(i - 1);
      Given greater = given.get(i);
      boolean said = isHeldByItsCap(quota, lesser) || isHeldByItsCap(quota, greater);
      if (lesser.line() != greater.line() && !said) {
        firstLoss(quota, lesser, greater).ifPresent(quota.product.findings()::add);
      }
    }
  }

  /** A cap that holds every account is reported as such: what the line gives is not meant. */
  private static boolean isHeldByItsCap(QuotaDraft quota, Given given) {
    return given
        .line()
        .tree()
        .cap()
        .filter(
            cap ->
                quota
                    .product
                    .findings()
                    .has(DiagnosticCode.CAP_ALWAYS_BINDS, CheckCaps.amount(cap)))
        .isPresent();
  }

  private static Optional<Diagnostic> firstLoss(QuotaDraft quota, Given lesser, Given greater) {
    List<String> seats = new ArrayList<>(List.of(NO_SEATS));
    quota.product.seats.values().forEach(seat -> seats.add(seat.name()));
    for (String seat : seats) {
      try {
        Optional<Curve> less = curve(quota, lesser, seat);
        Optional<Curve> more = curve(quota, greater, seat);
        Optional<Long> loss =
            less.flatMap(before -> more.flatMap(after -> after.firstBelow(before)));
        if (loss.isPresent()) {
          String with = seat.equals(NO_SEATS) ? "" : " with " + seats(quota, seat, loss.get());
          return Optional.of(
              found(
                  lesser,
                  greater,
                  number(more.get(), loss.get()),
                  number(less.get(), loss.get()) + with));
        }
      } catch (TooFine tooFine) {
        // Amounts that cannot be compared exactly are left alone like those with conditions.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Curve> curve(QuotaDraft quota, Given given, String seat) {
    AmountCurve curve = new AmountCurve(seat, quota.unit().orElseThrow(), given.edition().number());
    Optional<Curve> amount = given.limit().amount().accept(curve);
    return given.limit().cap().isEmpty()
        ? amount
        : amount.flatMap(
            uncapped -> given.limit().cap().get().accept(curve).map(uncapped::lesserOf));
  }

  private static Diagnostic found(Given lesser, Given greater, String less, String more) {
    return Diagnostic.of(
            DiagnosticCode.EDITION_GIVES_LESS,
            given(greater),
            "`%s` gives less than `%s`, which is declared before it: %s against %s"
                .formatted(greater.edition().name(), lesser.edition().name(), less, more))
        .withRelated(given(lesser), "the line of the smaller edition");
  }

  /** What a line gives, and to whom. */
  private static Span given(Given given) {
    QuotaClause.Allot line = given.line().tree();
    return line.editions().span().to(line.cap().map(Cap::span).orElse(line.amount().span()));
  }

  private static String seats(QuotaDraft quota, String name, long count) {
    Product.Seat seat = quota.product.seats.look(name).flatMap(Names.Entry::value).orElseThrow();
    return Wording.number(count) + " " + (count == 1 ? seat.singular() : seat.plural());
  }

  private static String number(Curve curve, long seats) {
    return curve.at(seats).map(value -> Wording.number(value.toDecimal())).orElse("no limit");
  }
}
