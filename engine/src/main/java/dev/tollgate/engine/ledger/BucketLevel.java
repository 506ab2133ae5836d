package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * What is missing in a bucket at a moment, exactly: {@code missing} units, of which {@code progress
 * / perMillis} of one unit has already flowed back. So refilling never drifts, however often it is
 * asked.
 *
 * @param moment milliseconds since 1970 in UTC
 * @param missing whole units, begun ones counted as missing
 * @param progress from 0, below {@code perMillis}
 * @param perMillis the length in milliseconds in which the steps of the refill flow
 */
record BucketLevel(long moment, long missing, long progress, long perMillis) {

  /** A full bucket, since ever. */
  static final BucketLevel FULL = full(0);

  /** A full bucket. */
  static BucketLevel full(long moment) {
    return new BucketLevel(moment, 0, 0, 1);
  }

  static BucketLevel unpack(Unpacking from) {
    return new BucketLevel(from.number(), from.number(), from.number(), from.number());
  }

  void pack(Packing to) {
    to.number(moment).number(missing).number(progress).number(perMillis);
  }

  /** The level at a later moment, all of the time in between at this refill. */
  BucketLevel at(long later, Refill refill) {
    if (missing == 0) {
      return full(later);
    }
    BigInteger flowed = flowed(later, refill);
    BigInteger[] unitsAndProgress = flowed.divideAndRemainder(big(refill.perMillis()));
    return unitsAndProgress[0].compareTo(big(missing)) >= 0
        ? full(later)
        : new BucketLevel(
            later,
            missing - unitsAndProgress[0].longValueExact(),
            unitsAndProgress[1].longValueExact(),
            refill.perMillis());
  }

  /** The level after {@code units} more were taken. */
  BucketLevel minus(long units) {
    return new BucketLevel(moment, Math.addExact(missing, units), progress, perMillis);
  }

  /** The level after {@code units} were put back; full when that is more than were missing. */
  BucketLevel plus(long units) {
    return units >= missing
        ? full(moment)
        : new BucketLevel(moment, missing - units, progress, perMillis);
  }

  /** Whether no more is missing than in {@code other}. */
  boolean atLeast(BucketLevel other) {
    // missing - progress / perMillis, compared over the common denominator
    BigInteger here = big(missing).multiply(big(perMillis)).subtract(big(progress));
    BigInteger there =
        big(other.missing).multiply(big(other.perMillis)).subtract(big(other.progress));
    return here.multiply(big(other.perMillis)).compareTo(there.multiply(big(perMillis))) <= 0;
  }

  /**
   * The first moment at which {@code units} of the missing ones are back; empty when that is never.
   */
  OptionalLong whenBack(long units, Refill refill) {
    if (refill.steps() == 0) {
      return OptionalLong.empty();
    }
    BigInteger toFlow =
        big(units).multiply(big(refill.perMillis())).subtract(progressIn(refill.perMillis()));
    BigInteger steps = big(refill.steps());
    BigInteger millis = toFlow.add(steps).subtract(BigInteger.ONE).divide(steps);
    BigInteger when = big(moment).add(millis);
    return when.bitLength() < Long.SIZE ? OptionalLong.of(when.longValue()) : OptionalLong.empty();
  }

  /** How many units are back at {@code later} that are missing now. */
  long backAt(long later, Refill refill) {
    return missing - at(later, refill).missing;
  }

  /**
   * What has flowed until {@code later}, in parts of a unit of which {@code perMillis} make one.
   */
  private BigInteger flowed(long later, Refill refill) {
    return big(refill.steps()).multiply(big(later - moment)).add(progressIn(refill.perMillis()));
  }

  /** The progress in other parts of a unit; what is less than one part is late, not early. */
  private BigInteger progressIn(long otherPerMillis) {
    return otherPerMillis == perMillis
        ? big(progress)
        : big(progress).multiply(big(otherPerMillis)).divide(big(perMillis));
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
