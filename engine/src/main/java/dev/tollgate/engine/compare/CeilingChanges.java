package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How much of one add-on may be held, before and after, by accounts of each edition. */
record CeilingChanges(Product old, Product now, AddOn before, AddOn after, ChangeLog log) {

  /** For everybody without a contract. */
  void add() {
    add(Optional.empty(), List.of(), List.of());
  }

  private List<Instant> moments(List<Contract> was, List<Contract> is) {
    TermDates dates = new TermDates().add(was, old).add(is, now);
    quotas(old, before).forEach(quota -> dates.add(old, quota));
    quotas(now, after).forEach(quota -> dates.add(now, quota));
    return dates.moments();
  }

  /** What an add-on itself says of it; the room that is left under a cap, allotments tell. */
  private static String clauses(Product product, AddOn addOn) {
    return CanonicalForm.of(
        product,
        List.of(
            addOn.editions(),
            addOn.needs(),
            addOn.needsAddOn(),
            addOn.most(),
            addOn.unit(),
            product.facts()));
  }

  /** Those whose caps decide how much of it may be held. */
  static List<Quota> quotas(Product product, AddOn addOn) {
    boolean asks =
        addOn.most().filter(most -> most.toString().contains("RoomUnderCap")).isPresent();
    return addOn.effects().stream()
        .filter(effect -> asks && effect instanceof AddOn.Effect.Adds)
        .flatMap(effect -> product.quota(effect.quota()).stream())
        .toList();
  }

  /** For accounts with these contracts, or with none. */
  void add(Optional<String> account, List<Contract> was, List<Contract> is) {
    if (clauses(old, before).equals(clauses(now, after))
        || !before.unit().equals(after.unit())
        || old.quotas().isEmpty()
        || now.quotas().isEmpty()) {
      return;
    }
    new Times(old.name() + "." + before.name(), Change.Measure.MOST, account)
        .add(
            moments(was, is),
            AllotmentChanges.editions(old, now),
            (edition, at) -> {
              CeilingTerms then = terms(old, before, edition, was, at);
              CeilingTerms after = terms(now, this.after, edition, is, at);
              if (account.isPresent() && !then.isAgreed() && !after.isAgreed()) {
                return List.of();
              }
              return log.facts(old, now)
                  .shifts(
                      then.accounts().intersect(after.accounts()),
                      accounts -> ofAnyEdition(then.cases(accounts)),
                      accounts -> ofAnyEdition(after.cases(accounts)),
                      log.shifts());
            },
            log);
  }

  private static CeilingTerms terms(
      Product product, AddOn addOn, String edition, List<Contract> contracts, Instant at) {
    List<Contract> inForce =
        contracts.stream().filter(each -> each.during().contains(at, product.zone())).toList();
    return new CeilingTerms(product, addOn, edition, inForce, at);
  }

  private static List<Cases.Case<Formula>> ofAnyEdition(List<Cases.Case<Formula>> cases) {
    return cases.stream()
        .map(each -> new Cases.Case<>(each.box().without(Attribute.EDITION), each.value()))
        .toList();
  }
}
