package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.engine.terms.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Judges whether a stored account may change what it holds of an add-on. */
final class HoldingChange {

  private final PolicyInForce.Snapshot snapshot;
  private final Product product;
  private final String account;
  private final Instant now;

  HoldingChange(PolicyInForce.Snapshot snapshot, Product product, String account, Instant now) {
    this.snapshot = snapshot;
    this.product = product;
    this.account = account;
    this.now = now;
  }

  /**
   * Does nothing when it may.
   *
   * @param stated the account as it is
   * @throws InvalidRequest if the add-on is not offered in this way, the account may not hold as
   *     much, or the price list has no such amount
   */
  void check(StatedProfile stated, AddOn addOn, StatedHolding holding) {
    Problems problems = new Problems();
    ProfileReader reader = new ProfileReader(product, problems);
    reader
        .addOn(addOn.name(), holding, "")
        .ifPresent(read -> check(stated, addOn, read, reader, problems));
    problems.throwIfAny();
  }

  private void check(
      StatedProfile stated, AddOn addOn, Holding holding, ProfileReader reader, Problems problems) {
    Profile before = StoredProfile.read(product, account, stated);
    Map<String, Holding> held = new HashMap<>(before.addOns());
    held.put(addOn.name(), holding);
    reader.checkCurrencies(held, "");
    boolean bought = holding.mode() == Holding.Mode.BOUGHT;
    String pointer = bought ? "/amount" : "/limit";
    new Ceilings(snapshot, product, before.holding(held), now)
        .check(addOn, holding.amount(), pointer, new Findings(product, false, problems));
    boolean sold =
        holding.amount() == 0
            || addOn.price().map(price -> Pricing.sells(price, holding.amount())).orElse(true);
    if (bought && !sold) {
      problems.add(
          pointer, "not-sold", "the price list of `" + addOn.name() + "` has no such amount");
    }
  }
}
