package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;

/** How changes of counters are written down: each with the number of its kind first. */
final class PackedChanges implements CounterChange.Visitor<Packing> {

  private static final int CONSUMED = 0;
  private static final int REPORTED = 1;
  private static final int GIVEN_BACK = 2;
  private static final int HOLD_KEPT = 3;
  private static final int REFUNDED = 4;
  private static final int BILLED = 5;

  private final Packing to;

  private PackedChanges(Packing to) {
    this.to = to;
  }

  static void pack(Packing to, CounterChange change) {
    change.accept(new PackedChanges(to));
  }

  static CounterChange unpack(Unpacking from) {
    int kind = from.whole();
    CounterKey key = PackedTerms.readKey(from);
    switch (kind) {
      case CONSUMED:
        return new CounterChange.Consumed(
            key,
            PackedTerms.readTerms(from),
            PackedTerms.readPortion(from),
            from.optionalNumber(),
            from.number());
      case REPORTED:
        return new CounterChange.Reported(key, from.list(Unpacking::whole), from.number());
      case GIVEN_BACK:
        return new CounterChange.GivenBack(key, PackedTerms.readPortion(from), readReading(from));
      case HOLD_KEPT:
        return new CounterChange.HoldKept(key, from.text(), from.number(), readReading(from));
      case REFUNDED:
        return new CounterChange.Refunded(
            key, PackedTerms.readTerms(from), from.number(), readReading(from));
      case BILLED:
        return new CounterChange.Billed(key, from.date(), from.list(PackedPrices::readPart));
      default:
        throw new IllegalArgumentException("no kind of change has the number " + kind);
    }
  }

  @Override
  public Packing visitConsumed(CounterChange.Consumed consumed) {
    begin(CONSUMED, consumed.key());
    PackedTerms.terms(to, consumed.terms());
    PackedTerms.portion(to, consumed.portion());
    return to.optional(consumed.expires()).number(consumed.ahead());
  }

  @Override
  public Packing visitReported(CounterChange.Reported reported) {
    begin(REPORTED, reported.key());
    return to.list(reported.places(), (packing, place) -> packing.number(place))
        .number(reported.moment());
  }

  @Override
  public Packing visitGivenBack(CounterChange.GivenBack givenBack) {
    begin(GIVEN_BACK, givenBack.key());
    PackedTerms.portion(to, givenBack.part());
    return reading(givenBack.at());
  }

  @Override
  public Packing visitHoldKept(CounterChange.HoldKept holdKept) {
    begin(HOLD_KEPT, holdKept.key());
    to.text(holdKept.decisionId()).number(holdKept.expires());
    return reading(holdKept.at());
  }

  @Override
  public Packing visitRefunded(CounterChange.Refunded refunded) {
    begin(REFUNDED, refunded.key());
    PackedTerms.terms(to, refunded.terms());
    to.number(refunded.units());
    return reading(refunded.at());
  }

  @Override
  public Packing visitBilled(CounterChange.Billed billed) {
    begin(BILLED, billed.key());
    return to.date(billed.day()).list(billed.parts(), PackedPrices::part);
  }

  private void begin(int kind, CounterKey key) {
    to.number(kind);
    PackedTerms.key(to, key);
  }

  private Packing reading(Reading reading) {
    return to.number(reading.moment()).number(reading.ahead());
  }

  private static Reading readReading(Unpacking from) {
    return new Reading(from.number(), from.number());
  }
}
