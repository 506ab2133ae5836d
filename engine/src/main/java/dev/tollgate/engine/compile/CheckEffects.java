package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment.Grant.Limit;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.AddOnClause;
import dev.tollgate.grammar.tree.ContractClause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rule adds, an add-on raises or a contract keeps makes a difference to somebody: rules add
 * below the cap, add-ons raise above what is there, and older terms are kept where there are any.
 */
final class CheckEffects implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      product.allRules.forEach(CheckEffects::adds);
      for (AddOnDraft addOn : product.allAddOns) {
        addOn.clauses.effects.forEach(line -> raises(draft, addOn, line));
      }
    }
    draft.contracts.forEach(CheckEffects::keeps);
  }

  /** What an allot line grants to some of the accounts that a rule or an add-on is for. */
  private record Given(AllotLine line, Optional<Limit> limit, Region accounts) {

    Optional<BigDecimal> least() {
      return limit.flatMap(of -> CheckCaps.bound(of.amount(), AmountBounds.LEAST, accounts));
    }

    boolean isHeldByItsCap() {
      return CheckCaps.isAtMost(
          limit
              .flatMap(Limit::cap)
              .flatMap(cap -> CheckCaps.bound(cap, AmountBounds.MOST, accounts)),
          least());
    }
  }

  private static List<Given> given(QuotaDraft quota, Region accounts) {
    List<Given> given = new ArrayList<>();
    for (AllotLine line : lines(quota).toList()) {
      for (AllotLine.Part part : line.grants()) {
        Region some = accounts.intersect(line.accounts(part, quota.product.space()));
        Optional<Limit> limit =
            part.grant() instanceof Limit of ? Optional.of(of) : Optional.empty();
        if (!some.isEmpty()) {
          given.add(new Given(line, limit, some));
        }
      }
    }
    return given;
  }

  private static Stream<AllotLine> lines(QuotaDraft quota) {
    return quota.versions.stream().flatMap(version -> version.allotments().stream()).distinct();
  }

  private static void adds(RuleDraft rule) {
    boolean addsAlone =
        rule.built
            .filter(
                built -> built.effects().stream().allMatch(each -> each instanceof Rule.Effect.Add))
            .isPresent();
    if (!addsAlone) {
      return;
    }
    try {
      List<Given> given = given(rule.quota, Region.of(rule.when.orElseThrow()));
      if (!given.isEmpty() && given.stream().allMatch(Given::isHeldByItsCap)) {
        Span condition =
            rule.clauses.conditions.stream()
                .map(line -> line.condition().span())
                .findFirst()
                .orElse(rule.tree.title().span());
        rule.product
            .findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.NO_EFFECT,
                        condition,
                        "whoever this rule is for has reached the cap already")
                    .withRelated(given.get(0).line().tree().span(), "held by this cap"));
      }
    } catch (Region.TooManyBoxes tooMany) {
      // Said where the conditions stand.
      return;
    }
  }

  /** A rule or a contract may give less than the lines do, and then there is something to raise. */
  private static void raises(Draft draft, AddOnDraft addOn, AddOnClause clause) {
    if (!(clause instanceof AddOnClause.Raises line)) {
      return;
    }
    Optional<QuotaDraft> quota =
        addOn.product.quotas.look(line.quota().text()).flatMap(Names.Entry::value);
    Optional<BigDecimal> to =
        addOn.effects.stream()
            .filter(effect -> effect.quota().equals(line.quota().text()))
            .flatMap(
                effect ->
                    effect instanceof AddOn.Effect.Raises of ? Stream.of(of.to()) : Stream.of())
            .findFirst()
            .flatMap(amount -> amount.accept(AmountBounds.MOST));
    boolean lowered =
        addOn.product.allRules.stream()
                .filter(rule -> rule.quota.name().equals(line.quota().text()))
                .anyMatch(rule -> !rule.clauses.puts.isEmpty())
            || draft.contracts.stream()
                .filter(contract -> contract.product == addOn.product)
                .flatMap(contract -> contract.clauses.allotments.stream())
                .anyMatch(allot -> allot.quota().text().equals(line.quota().text()));
    if (quota.isEmpty() || to.isEmpty() || lowered) {
      return;
    }
    List<Given> given =
        given(quota.get(), Region.of(addOn.product.space().accounts(addOn.editions)));
    List<Given> enough =
        given.stream().filter(each -> CheckCaps.isAtMost(to, each.least())).toList();
    Set<String> editions = new LinkedHashSet<>(addOn.editions);
    given.stream()
        .filter(each -> !enough.contains(each))
        .forEach(each -> editions.removeAll(each.line().editions()));
    if (enough.isEmpty() || editions.isEmpty()) {
      return;
    }
    String nobody =
        enough.size() == given.size()
            ? "no account"
            : "no account of " + Wording.list(List.copyOf(editions), "or");
    addOn
        .product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.NO_EFFECT,
                    line.amount().span(),
                    "%s has less of `%s` than %s"
                        .formatted(nobody, line.quota().text(), Wording.number(to.get())))
                .withRelated(enough.get(0).line().tree().span(), "the first line that gives more"));
  }

  private static void keeps(ContractDraft contract) {
    boolean older =
        contract.clauses.allotments.stream()
            .map(ContractClause.Allot::quota)
            .flatMap(name -> contract.product.quotas.look(name.text()).stream())
            .flatMap(entry -> entry.value().stream())
            .flatMap(quota -> quota.versions.stream())
            .anyMatch(version -> version.grandfathering().isPresent());
    if (!older && !contract.clauses.allotments.isEmpty() && contract.built().isPresent()) {
      for (ContractClause.KeepGreater line : contract.clauses.keepGreater) {
        contract
            .product
            .findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.NO_EFFECT,
                        line.span(),
                        "nothing that this contract allots has older terms to keep")
                    .withHint("older terms are kept where a version says `grandfather`"));
      }
    }
  }
}
