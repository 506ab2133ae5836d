package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.decide.Grounds;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.ProfileReadings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The last moment before each rule and each contract begins or ends, and the first one after; for
 * an account that it is for.
 */
final class Dates implements BehaviourSource {

  /**
   * A rule or a contract, as far as it changes one quota.
   *
   * @param place of its dates
   * @param amount whether it changes how much there is; otherwise what calls cost
   * @param costs what it changes of that
   * @param isFor accounts that it is for
   * @param region the same, where a condition says it
   * @param change of other accounts, so that it is for them
   */
  private record Dated(
      String target,
      Place place,
      Stretch during,
      String title,
      boolean amount,
      List<CallCost> costs,
      Predicate<Profile> isFor,
      Region region,
      UnaryOperator<Person> change) {}

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    List<Dated> dated = new ArrayList<>();
    product.rules().forEach(rule -> dated.add(dated(policy, product, rule)));
    for (Contract contract : Contracts.ofProduct(policy, product)) {
      product
          .quotas()
          .forEach(quota -> dated(policy, contract, quota.name()).ifPresent(dated::add));
    }
    List<Behaviour> behaviours = new ArrayList<>();
    for (Dated each : dated) {
      each.during().from().ifPresent(begin -> addAll(policy, product, each, begin, behaviours));
      each.during().until().ifPresent(end -> addAll(policy, product, each, end, behaviours));
    }
    return behaviours;
  }

  private static Dated dated(Policy policy, Product product, Rule rule) {
    List<CallCost> costs = new ArrayList<>();
    for (Rule.Effect effect : rule.effects()) {
      if (effect instanceof Rule.Effect.SetCost set) {
        costs.add(set.cost());
      }
    }
    return new Dated(
        rule.product() + "." + rule.quota(),
        policy.lines().of(rule.place(), "from"),
        rule.during(),
        rule.title(),
        costs.size() < rule.effects().size(),
        costs,
        profile -> rule.when().judge(new ProfileReadings(product, profile)) == Condition.Truth.TRUE,
        Region.of(rule.when()),
        UnaryOperator.identity());
  }

  private static Optional<Dated> dated(Policy policy, Contract contract, String quota) {
    List<CallCost> costs =
        contract.costs().stream()
            .filter(line -> line.quota().equals(quota))
            .map(Contract.Costs::cost)
            .toList();
    boolean amount = contract.allotments().stream().anyMatch(line -> line.quota().equals(quota));
    if (!amount && costs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Dated(
            contract.product() + "." + quota,
            policy.lines().of(contract.place(), "from"),
            contract.during(),
            contract.title(),
            amount,
            costs,
            profile -> profile.account().filter(contract.account()::equals).isPresent(),
            Region.everything(),
            person -> person.called(contract.account())));
  }

  private static void addAll(
      Policy policy,
      Product product,
      Dated dated,
      Stretch.Bound bound,
      List<Behaviour> behaviours) {
    behaviours.add(behaviour(policy, product, dated, "the last moment before " + bound, bound, 1));
    behaviours.add(behaviour(policy, product, dated, "the first moment, " + bound, bound, 0));
  }

  private static Behaviour behaviour(
      Policy policy,
      Product product,
      Dated dated,
      String what,
      Stretch.Bound bound,
      long millisBefore) {
    Item item = new Item(ItemKind.DATE, dated.target(), dated.place(), what);
    return new Behaviour(
        item,
        seen ->
            seen.at().equals(moment(bound, seen.zone(), millisBefore))
                && isSeen(product, seen, dated),
        trial -> drafts(policy, product, item, dated, moment(bound, product.zone(), millisBefore)));
  }

  private static boolean isSeen(Product product, Observation seen, Dated dated) {
    return dated.amount()
            && seen.ofAmounts(dated.target()).stream()
                .anyMatch(grounds -> dated.isFor().test(grounds.profile()))
        || seen.ofCosts(dated.target()).stream()
            .filter(grounds -> dated.isFor().test(grounds.profile()))
            .anyMatch(grounds -> costs(product, grounds, dated));
  }

  /** Whether a call is among those whose cost changes. */
  private static boolean costs(Product product, Grounds grounds, Dated dated) {
    return grounds.lines().stream()
        .map(Grounds.Line::call)
        .anyMatch(
            call ->
                dated.costs().stream()
                    .anyMatch(cost -> cost.calls().contains(call, product.call(call).isPresent())));
  }

  private static Stream<Draft> drafts(
      Policy policy, Product product, Item item, Dated dated, Instant moment) {
    Stretch then =
        new Stretch(
            Optional.of(new Stretch.Bound.Moment(moment)),
            Optional.of(new Stretch.Bound.Moment(moment.plusMillis(1))));
    if (dated.amount()) {
      return new AmountDrafts(product)
          .of(item, new Clause(dated.title()), then, dated.region(), Set.of(), dated.change());
    }
    CallDrafts drafts = new CallDrafts(product);
    return CostClause.of(policy, product).stream()
        .filter(clause -> dated.costs().contains(clause.line()))
        .flatMap(clause -> drafts.of(item, clause.during(then), Map.of()));
  }

  private static Instant moment(Stretch.Bound bound, ZoneId zone, long millisBefore) {
    return bound.in(zone).minusMillis(millisBefore);
  }
}
