package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.AmountFormula;
import dev.tollgate.engine.compare.Comparison;
import dev.tollgate.engine.compare.Formula;
import dev.tollgate.engine.compare.FormulaValue;
import dev.tollgate.engine.compare.Inexact;
import dev.tollgate.engine.compare.Range;
import dev.tollgate.engine.compare.TooFine;
import dev.tollgate.engine.policy.Allotment.Grant.Limit;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Cap;
import dev.tollgate.grammar.tree.QuotaClause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Editions are declared from the smallest to the largest, so none gives less than the one before
 * it. Compared exactly over all numbers of seats; lines with conditions, and amounts that depend on
 * more than seats, are left alone.
 */
final class CheckOrderOfEditions implements Stage {

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
    Map<Attribute, Range> seats = new LinkedHashMap<>();
    quota.product.seats.values().forEach(seat -> seats.put(Attribute.seat(seat.name()), Range.ALL));
    try {
      Formula less = formula(quota, lesser);
      Formula more = formula(quota, greater);
      return new Comparison(seats)
          .firstBelow(more, less)
          .map(
              loss ->
                  found(
                      lesser,
                      greater,
                      number(more, loss),
                      number(less, loss) + with(quota, seats.keySet(), loss)));
    } catch (TooFine | Inexact incomparable) {
      // Amounts that cannot be compared exactly are left alone like those with conditions.
      return Optional.empty();
    }
  }

  private static Formula formula(QuotaDraft quota, Given given) {
    AmountFormula reader =
        AmountFormula.ofSeats(quota.unit().orElseThrow(), given.edition().number());
    Formula amount = reader.of(given.limit().amount());
    return given
        .limit()
        .cap()
        .map(cap -> Formula.leastOf(List.of(amount, reader.of(cap))))
        .orElse(amount);
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

  private static String with(QuotaDraft quota, Set<Attribute> seats, Map<Attribute, Long> numbers) {
    String some =
        seats.stream()
            .filter(seat -> numbers.getOrDefault(seat, 0L) > 0)
            .map(seat -> seats(quota, seat.name(), numbers.get(seat)))
            .collect(Collectors.joining(" and "));
    return some.isEmpty() ? "" : " with " + some;
  }

  private static String seats(QuotaDraft quota, String name, long count) {
    Product.Seat seat = quota.product.seats.look(name).flatMap(Names.Entry::value).orElseThrow();
    return Wording.number(count) + " " + (count == 1 ? seat.singular() : seat.plural());
  }

  private static String number(Formula amount, Map<Attribute, Long> seats) {
    return FormulaValue.of(amount, seats)
        .map(value -> Wording.number(value.toDecimal()))
        .orElse("no limit");
  }
}
