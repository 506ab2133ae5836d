package dev.tollgate.engine.reference;

import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Commit;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.InMemoryAccounts;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.decide.Stated;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.terms.Holding.Mode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The engine as a service uses it, with a clock that the test sets. */
final class RealEngine {

  private final Decider decider;
  private final AccountChanges changes;
  private Instant now;

  RealEngine(Policy policy, Instant start) {
    now = start;
    InstantSource clock = () -> now;
    PolicyInForce inForce = new PolicyInForce(policy, start);
    InMemoryAccounts accounts = new InMemoryAccounts();
    InMemoryLedger<Remembered, Settlement> ledger = new InMemoryLedger<>();
    decider = new Decider(inForce, accounts, ledger, clock);
    changes = new AccountChanges(inForce, accounts, ledger, clock);
  }

  void put(ReferenceAccount account) {
    putProfile(account);
    account
        .bought()
        .forEach((name, amount) -> hold(account, name, new StatedHolding(Mode.BOUGHT, amount)));
    account
        .usedLimits()
        .forEach((name, limit) -> hold(account, name, new StatedHolding(Mode.USED, limit)));
  }

  private void putProfile(ReferenceAccount account) {
    StatedProfile profile =
        StatedProfile.ofEdition(account.edition()).withSignedUp(account.signedUp());
    for (Map.Entry<String, Long> seat : account.seats().entrySet()) {
      profile = profile.withSeats(seat.getKey(), seat.getValue());
    }
    for (Map.Entry<String, Object> fact : account.facts().entrySet()) {
      profile = profile.withFact(fact.getKey(), stated(fact.getValue()));
    }
    Optional<ZoneId> zone = account.zone();
    if (zone.isPresent()) {
      profile = profile.withZone(zone.get().getId());
    }
    changes.putProfile("shop", account.id(), profile, Optional.empty());
  }

  private void hold(ReferenceAccount account, String addOn, StatedHolding holding) {
    changes.putAddOn("shop", account.id(), addOn, holding);
  }

  Decision consume(ReferenceAccount account, ReferenceCall call, Instant at) {
    now = at;
    return decider.consume(request(account, call));
  }

  Decision check(ReferenceAccount account, ReferenceCall call, Instant at) {
    now = at;
    return decider.check(request(account, call));
  }

  /**
   * What a check would answer if the account changed to another edition; it does not stay there.
   */
  Decision checkIn(String edition, ReferenceAccount account, ReferenceCall call, Instant at) {
    now = at;
    putProfile(account.in(edition));
    Decision there = decider.check(request(account, call));
    putProfile(account);
    return there;
  }

  /** What a check would answer if the account bought more of an add-on; it does not keep it. */
  Decision checkHolding(
      String addOn, BigDecimal more, ReferenceAccount account, ReferenceCall call, Instant at) {
    now = at;
    BigDecimal held = account.bought().getOrDefault(addOn, BigDecimal.ZERO);
    hold(account, addOn, new StatedHolding(Mode.BOUGHT, held.add(more)));
    Decision then = decider.check(request(account, call));
    hold(account, addOn, new StatedHolding(Mode.BOUGHT, held));
    return then;
  }

  void cancel(String decisionId, Instant at) {
    now = at;
    decider.cancel(decisionId);
  }

  void end(String decisionId, Instant at) {
    now = at;
    decider.commit(decisionId, new Commit.AsDecided());
  }

  private static CallRequest request(ReferenceAccount account, ReferenceCall call) {
    AskedCall asked = AskedCall.of(call.name());
    for (Map.Entry<String, Object> param : call.params().entrySet()) {
      asked = asked.with(param.getKey(), stated(param.getValue()));
    }
    CallRequest request =
        CallRequest.of("shop", Asker.stored(account.id()), asked).withChannel(call.channel());
    for (Map.Entry<String, String> key : call.keys().entrySet()) {
      request = request.withKey(key.getKey(), key.getValue());
    }
    return request;
  }

  private static Stated stated(Object value) {
    if (value instanceof Boolean yes) {
      return Stated.yesOrNo(yes);
    }
    return value instanceof BigDecimal number ? Stated.number(number) : Stated.text((String) value);
  }
}
