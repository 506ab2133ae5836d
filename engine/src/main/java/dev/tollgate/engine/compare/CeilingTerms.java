package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.ValueSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The largest amount of an add-on that accounts of one edition may hold at one moment, in its unit,
 * as formulas of their seats, facts and other add-ons. Nothing, where they may not hold it.
 *
 * <p>Worked example: {@code most lesser of 500_000 and room under cap}, where the cap of 500,000 is
 * all that 10,000 + 500 × users leaves room under, is 490,000 − 500 × users.
 */
public record CeilingTerms(
    Product product, AddOn addOn, String edition, List<Contract> contracts, Instant at) {

  public CeilingTerms {
    contracts = List.copyOf(contracts);
  }

  /** All accounts of the edition, whatever they hold of other add-ons. */
  public Box accounts() {
    return new AllotmentTerms(product, product.quotas().get(0), edition, contracts, at)
        .accounts()
        .without(AllotmentTerms.held(addOn.name()));
  }

  /**
   * What they may hold.
   *
   * @param accounts some of {@link #accounts}
   * @throws Inexact if it is no formula
   * @throws TooFine if the accounts fall apart into very many cases
   */
  public List<Cases.Case<Formula>> cases(Box accounts) {
    return Cases.of(accounts, this::most);
  }

  /** Whether a contract states an allotment whose cap leaves room. */
  boolean isAgreed() {
    return CeilingChanges.quotas(product, addOn).stream()
        .map(quota -> new AllotmentTerms(product, quota, edition, contracts, at))
        .anyMatch(AllotmentTerms::isAgreed);
  }

  private Formula most(Cases.Judge judge) {
    boolean mayHold =
        (addOn.editions().isEmpty() || addOn.editions().contains(edition))
            && addOn.needsAddOn().map(needed -> holds(needed, judge)).orElse(true)
            && judge.holds(addOn.needs());
    if (!mayHold) {
      return Formula.ZERO;
    }
    return addOn.most().map(most -> formula(most, judge)).orElse(Formula.NO_LIMIT);
  }

  private static boolean holds(String addOn, Cases.Judge judge) {
    ValueSet some = ValueSet.between(1, Long.MAX_VALUE);
    return judge.holds(
        new Condition.Test(AllotmentTerms.held(addOn), some, addOn, Optional.empty()));
  }

  private Formula formula(Amount most, Cases.Judge judge) {
    Formula formula =
        new AmountFormula(product, edition, addOn.unit(), Optional.of(room(judge))).of(most);
    if (formula instanceof Formula.Chosen chosen && chosen.isUnlimitedSomewhere()) {
      throw new Inexact("only one of two versions has a cap to leave room under", most.place());
    }
    return formula;
  }

  /** What the caps leave beside everything but this add-on. */
  private Formula room(Cases.Judge judge) {
    Product without = product.without(addOn);
    return Formula.leastOf(
        addOn.effects().stream()
            .filter(AddOn.Effect.Adds.class::isInstance)
            .map(effect -> product.quota(effect.quota()).orElseThrow())
            .map(quota -> new AllotmentTerms(without, quota, edition, contracts, at))
            .map(terms -> terms.room(judge))
            .toList());
  }
}
