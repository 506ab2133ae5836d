package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Ceiling;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.Wording;
import java.time.Instant;

/** Judges whether an account may hold as much of its add-ons as it is said to hold. */
final class Ceilings {

  private final PolicyInForce.Snapshot snapshot;
  private final Product product;
  private final Profile profile;
  private final Instant at;

  Ceilings(PolicyInForce.Snapshot snapshot, Product product, Profile profile, Instant at) {
    this.snapshot = snapshot;
    this.product = product;
    this.profile = profile;
    this.at = at;
  }

  Ceiling of(AddOn addOn) {
    return snapshot.most(product, addOn, profile, at);
  }

  /**
   * Adds a problem, which names the most the account may hold, when it would hold more.
   *
   * @param steps to be held in all
   * @param pointer to the amount in the request
   */
  void check(AddOn addOn, long steps, String pointer, Findings findings) {
    of(addOn)
        .accept(
            new Ceiling.Visitor<Void>() {
              @Override
              public Void visitKnown(Ceiling.Known known) {
                if (steps > known.steps()) {
                  String most = Wording.of(addOn.unit().amount(known.steps()));
                  findings
                      .problems()
                      .add(
                          pointer,
                          "above-ceiling",
                          "this account may hold at most "
                              + most
                              + " of `"
                              + addOn.name()
                              + "`: "
                              + known.why().text());
                }
                return null;
              }

              @Override
              public Void visitUnknown(Ceiling.Unknown unknown) {
                unknown.missing().forEach(attribute -> findings.missing(addOn.name(), attribute));
                return null;
              }
            });
  }
}
