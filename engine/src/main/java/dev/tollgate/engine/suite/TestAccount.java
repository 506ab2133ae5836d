package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.ExplainRequest;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.decide.Grounds;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.QuotaState;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Holding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account that a test is about, and what can be asked about it. What the test says before its
 * first step is how the account has always been; what it says later changes it at that moment.
 */
final class TestAccount {

  private static final String UNNAMED = "test";

  private final Product product;
  private final AccountChanges accounts;
  private final Decider decider;
  private String id = UNNAMED;
  private StatedProfile profile = StatedProfile.NOTHING;
  private boolean begun;
  private Map<String, String> keys = Map.of();

  TestAccount(Product judged, AccountChanges accounts, Decider decider) {
    this.product = judged;
    this.accounts = accounts;
    this.decider = decider;
  }

  Product product() {
    return product;
  }

  StatedProfile profile() {
    return profile;
  }

  /** Where a bare date begins: in the account's zone, else in the product's. */
  ZoneId zone() {
    return profile.zone().map(ZoneId::of).orElse(product.zone());
  }

  void call(String name) {
    id = name;
  }

  /**
   * The profile from now on; what the account holds of add-ons stays.
   *
   * @throws InvalidRequest if the product has no such account
   */
  void become(StatedProfile changed) {
    StatedProfile bare = changed.withAddOns(Map.of());
    if (begun) {
      accounts.putProfile(product.name(), id, bare, Optional.empty());
    }
    profile = bare.withAddOns(profile.addOns());
  }

  /**
   * What the account holds of an add-on from now on.
   *
   * @throws InvalidRequest if the account may not hold as much
   */
  void hold(String addOn, StatedHolding holding) {
    if (begun) {
      accounts.putAddOn(product.name(), id, addOn, holding);
    }
    profile = profile.withAddOn(addOn, holding);
  }

  /** {@code amount} of an add-on on top of what was bought before. */
  void buy(String addOn, BigDecimal amount) {
    BigDecimal bought =
        Optional.ofNullable(profile.addOns().get(addOn))
            .filter(holding -> holding.mode() == Holding.Mode.BOUGHT)
            .map(StatedHolding::amount)
            .orElse(BigDecimal.ZERO);
    hold(addOn, new StatedHolding(Holding.Mode.BOUGHT, bought.add(amount)));
  }

  /**
   * From here on the test's lines are events.
   *
   * @throws InvalidRequest if the product has no such account, or it may not hold its add-ons
   */
  void begin() {
    StatedProfile bare = profile.withAddOns(Map.of());
    accounts.putProfile(product.name(), id, bare, Optional.of(Instant.EPOCH));
    begun = true;
    profile.addOns().forEach(this::hold);
  }

  Asker asker() {
    return Asker.stored(id);
  }

  /** A call of this account with its keys, which later looks at its counters use too. */
  CallRequest calling(AskedCall call, Map<String, String> withKeys) {
    keys = withKeys.isEmpty() ? keys : withKeys;
    CallRequest request = CallRequest.of(product.name(), asker(), call);
    for (Map.Entry<String, String> key : keys.entrySet()) {
      request = request.withKey(key.getKey(), key.getValue());
    }
    return request;
  }

  /** A call that consumes a bare amount of a quota. */
  CallRequest consuming(String quota, long steps) {
    return calling(
        AskedCall.of(JudgedPolicy.consuming(quota)).with(JudgedPolicy.STEPS, steps), Map.of());
  }

  /**
   * How a quota stands now, in the counter of the latest call's keys.
   *
   * @throws InvalidRequest if it has counters by key and no call has stated one
   */
  QuotaState standing(String quota) {
    Decision nothing = decider.check(consuming(quota, 0));
    return nothing.quotas().stream()
        .filter(state -> state.quota().equals(quota))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(quota + " does not count its own units"));
  }

  /** What an answer rests on now: that to a call, or without one that to a look at the terms. */
  List<Grounds> grounds(Optional<CallRequest> request) {
    return request
        .map(decider::groundsOf)
        .orElseGet(() -> decider.groundsOf(ExplainRequest.of(product.name(), asker())));
  }

  /** Dates of what is behind an answer now, and what one thing alone keeps from it. */
  List<Because> applying(Optional<CallRequest> request) {
    return request
        .map(decider::applying)
        .orElseGet(() -> decider.applying(ExplainRequest.of(product.name(), asker())));
  }

  /** Where the terms come from, as of now. */
  Explanation explanation() {
    return decider.explain(ExplainRequest.of(product.name(), asker()));
  }
}
