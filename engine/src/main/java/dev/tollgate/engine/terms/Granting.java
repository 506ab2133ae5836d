package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Allotment.Grant;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Unit;
import java.util.List;
import java.util.Optional;

/** Works out what an allotment line or a contract states. */
final class Granting {

  /**
   * The most that an allotment can come to.
   *
   * @param steps {@link Unit#UNLIMITED} for no cap
   */
  record Cap(long steps, Place place) {}

  private final Arithmetic arithmetic;

  Granting(Arithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  /**
   * The amount before the cap, with its parts.
   *
   * @param whose ends the line, such as {@code , edition standard}
   */
  ReceiptLine line(ReceiptLine.Kind kind, Grant grant, String whose, Place place) {
    if (grant instanceof Grant.Limit limit) {
      String cap = limit.cap().map(amount -> ", cap " + arithmetic.work(amount).text()).orElse("");
      return line(
          kind, limit.amount(), arithmetic.work(limit.amount()).text() + cap + whose, place);
    }
    if (grant instanceof Grant.Bucket bucket) {
      String text =
          "capacity %s, refill %s %s%s"
              .formatted(
                  arithmetic.work(bucket.capacity()).text(),
                  arithmetic.work(bucket.refill()).text(),
                  Wording.every(bucket.perMillis()),
                  whose);
      return line(kind, bucket.capacity(), text, place);
    }
    throw new IllegalArgumentException("unknown form of grant: " + grant);
  }

  private ReceiptLine line(ReceiptLine.Kind kind, Amount amount, String text, Place place) {
    long steps = arithmetic.steps(arithmetic.work(amount), amount.place());
    return new ReceiptLine(kind, text, steps, Optional.of(place), arithmetic.parts(amount));
  }

  /** The cap; a bucket has none. */
  Cap cap(Grant grant, Place place) {
    Optional<Amount> cap = grant instanceof Grant.Limit limit ? limit.cap() : Optional.empty();
    return cap.map(
            amount -> {
              long steps = arithmetic.steps(arithmetic.work(amount), amount.place());
              return new Cap(Math.max(0, steps), amount.place());
            })
        .orElse(new Cap(Unit.UNLIMITED, place));
  }

  /** How a bucket fills; empty for what is not a bucket. */
  Optional<Entitlement.Refill> refill(Grant grant) {
    if (!(grant instanceof Grant.Bucket bucket)) {
      return Optional.empty();
    }
    Amount refill = bucket.refill();
    long steps = arithmetic.steps(arithmetic.work(refill), refill.place());
    return Optional.of(new Entitlement.Refill(Math.max(0, steps), bucket.perMillis()));
  }

  /** What is granted where no line is for the account: nothing. */
  static ReceiptLine nothing(String edition, Place place) {
    String whom = edition.isEmpty() ? "this account" : "edition " + edition;
    String text = "no allotment line applies to " + whom;
    return new ReceiptLine(ReceiptLine.Kind.NO_ALLOTMENT, text, 0, Optional.of(place), List.of());
  }
}
