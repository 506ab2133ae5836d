package dev.tollgate.engine.ledger;

/**
 * Does once more what was done to the counters of a stripe. Where nothing is counted there is
 * nothing to change: everything was back already when that was written down.
 */
final class Replay implements CounterChange.Visitor<Void> {

  private final Stripe stripe;

  Replay(Stripe stripe) {
    this.stripe = stripe;
  }

  @Override
  public Void visitConsumed(CounterChange.Consumed consumed) {
    stripe
        .open(consumed.key(), consumed.terms(), consumed.portion().moment())
        .redraw(consumed.terms(), consumed.portion(), consumed.expires(), consumed.ahead());
    return null;
  }

  @Override
  public Void visitReported(CounterChange.Reported reported) {
    stripe
        .find(reported.key())
        .ifPresent(meter -> meter.report(reported.places(), reported.moment()));
    return null;
  }

  @Override
  public Void visitGivenBack(CounterChange.GivenBack givenBack) {
    stripe
        .find(givenBack.key())
        .ifPresent(meter -> meter.giveBack(givenBack.part(), givenBack.at()));
    return null;
  }

  @Override
  public Void visitHoldKept(CounterChange.HoldKept holdKept) {
    stripe
        .find(holdKept.key())
        .ifPresent(
            meter -> meter.keepHold(holdKept.decisionId(), holdKept.expires(), holdKept.at()));
    return null;
  }

  @Override
  public Void visitRefunded(CounterChange.Refunded refunded) {
    stripe
        .find(refunded.key())
        .ifPresent(meter -> meter.refund(refunded.terms(), refunded.units(), refunded.at()));
    return null;
  }

  /** A day is what it became, however often that is said. */
  @Override
  public Void visitBilled(CounterChange.Billed billed) {
    stripe.setBilled(billed.key(), billed.day(), billed.parts());
    return null;
  }
}
