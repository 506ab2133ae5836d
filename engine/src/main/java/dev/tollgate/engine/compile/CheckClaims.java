package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Unit;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.CheckValue;
import dev.tollgate.grammar.tree.Claim;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Quantifier;
import dev.tollgate.grammar.tree.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks speak of what there is. */
final class CheckClaims implements Stage {

  @Override
  public void run(Draft draft) {
    Map<List<String>, Text> titles = new HashMap<>();
    for (WrittenCheck written : draft.checks) {
      Text title = written.check().title();
      Text first =
          titles.putIfAbsent(List.of(written.target().product().text(), title.value()), title);
      if (first != null) {
        draft.findings.add(Names.declaredTwice(title.value(), title.span(), first.span()));
      }
      if (written.check().claims().isEmpty() && !draft.isDamaged(title.value())) {
        draft.findings.add(DiagnosticCode.SAYS_NOTHING, title.span(), "the check claims nothing");
      }
      CheckTests.subject(draft, written.target())
          .ifPresent(subject -> written.check().claims().forEach(claim -> claim(subject, claim)));
    }
  }

  private static void claim(TestSubject subject, Claim claim) {
    Side side = new Side(subject);
    claim.over().accept(side);
    claim.first().accept(side);
    claim.links().forEach(link -> link.value().accept(side));
    ClaimUnits units = new ClaimUnits(subject);
    Optional<Unit> first = claim.first().accept(units);
    for (Claim.Link link : claim.links()) {
      Optional<Unit> other = link.value().accept(units);
      if (first.isPresent() && other.isPresent() && !first.equals(other)) {
        subject
            .product()
            .findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.UNITS_DIFFER,
                        link.value().span(),
                        "this is in `%s`, and what it is compared with in `%s`"
                            .formatted(other.get().name(), first.get().name()))
                    .withRelated(claim.first().span(), "compared with this"));
      }
    }
  }

  /** Looks up the names of one claim; answers whether they are right as far as is known. */
  private record Side(TestSubject subject)
      implements CheckValue.Visitor<Boolean>, Quantifier.Visitor<Boolean> {

    private ProductDraft product() {
      return subject.product();
    }

    @Override
    public Boolean nothing(Quantifier.Nothing nothing) {
      return true;
    }

    @Override
    public Boolean seats(Quantifier.Seats seats) {
      seats.seats().forEach(product().seats::find);
      return true;
    }

    @Override
    public Boolean bought(Quantifier.Bought bought) {
      Optional<Numeral> upTo = bought.upTo();
      upTo.ifPresent(amount -> subject.amount(amount, bought.addOn()));
      return product().addOns.find(bought.addOn()).isPresent();
    }

    @Override
    public Boolean parameters(Quantifier.Parameters parameters) {
      List<Known> known = new ArrayList<>(product().facts.known());
      product().calls.values().stream()
          .flatMap(call -> call.parameters().values().stream())
          .map(parameter -> Known.of(parameter.name))
          .forEach(known::add);
      for (Name name : parameters.parameters()) {
        boolean isFact = product().facts.has(name.text());
        if (!isFact && known.stream().noneMatch(each -> each.name().equals(name.text()))) {
          product()
              .draft
              .unknowns
              .use(
                  DiagnosticCode.UNKNOWN_PARAMETER,
                  "a parameter of any call, or a fact, of " + product().name(),
                  name,
                  known);
        }
      }
      return true;
    }

    @Override
    public Boolean allotmentOf(CheckValue.AllotmentOf allotmentOf) {
      Optional<QuotaDraft> quota =
          subject.quota(Optional.empty(), Optional.empty(), allotmentOf.span());
      if (quota.isPresent() && allotmentOf.version().isPresent()) {
        version(quota.get(), allotmentOf.version().get());
      }
      return product().editions.find(allotmentOf.edition()).isPresent();
    }

    private void version(QuotaDraft quota, Name name) {
      List<Known> known = new ArrayList<>();
      quota.versions.stream()
          .filter(VersionDraft::declared)
          .forEach(version -> known.add(Known.of(version.name())));
      if (known.stream().noneMatch(each -> each.name().equals(name.text()))) {
        product()
            .draft
            .unknowns
            .use(DiagnosticCode.UNKNOWN_VERSION, "a version of " + quota.id(), name, known);
      }
    }

    @Override
    public Boolean costOf(CheckValue.CostOf costOf) {
      subject.quota(Optional.empty(), Optional.empty(), costOf.span());
      boolean undeclared = !product().calls.has(costOf.call().text()) && product().isOpen();
      return undeclared || product().calls.find(costOf.call()).isPresent();
    }

    @Override
    public Boolean priceOf(CheckValue.PriceOf priceOf) {
      return product().addOns.find(priceOf.addOn()).isPresent();
    }

    @Override
    public Boolean number(CheckValue.Number number) {
      Optional<Name> unit = number.quantity().unit();
      return unit.isEmpty() || product().quantities.unit(unit.get()).isPresent();
    }

    @Override
    public Boolean sum(CheckValue.Sum sum) {
      sum.terms().forEach(term -> term.accept(this));
      return true;
    }

    @Override
    public Boolean times(CheckValue.Times times) {
      times.left().accept(this);
      return times.right().accept(this);
    }
  }
}
