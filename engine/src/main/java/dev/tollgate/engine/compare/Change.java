package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One thing that has another effect in a new policy. */
public sealed interface Change {

  /** What it means to accounts. */
  Verdict verdict();

  <R> R accept(Visitor<R> visitor);

  /** What can come and go. */
  enum Kind {
    PRODUCT,
    EDITION,
    CALL,
    SEAT,
    FACT,
    KEY,
    QUOTA,
    ADD_ON,
    RULE,
    CONTRACT
  }

  /**
   * Something that was not there before.
   *
   * @param name as files and requests know it: {@code crm.credits}
   * @param written the author's lines; none of a product, which has too many
   */
  record Came(Kind kind, String name, Verdict verdict, List<String> written) implements Change {
    public Came {
      written = List.copyOf(written);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCame(this);
    }
  }

  /**
   * Something that is not there any more.
   *
   * @param written the author's lines; none of a product, which had too many
   */
  record Went(Kind kind, String name, Verdict verdict, List<String> written) implements Change {
    public Went {
      written = List.copyOf(written);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitWent(this);
    }
  }

  /**
   * Something that is said otherwise, and is no amount.
   *
   * @param subject what it belongs to: {@code crm.credits}
   * @param what the clause: {@code window}
   * @param before in the author's words, several lines where it is a block; empty when nothing was
   *     said
   * @param after in the author's words; empty when nothing is said any more
   */
  record Said(
      String subject, String what, Optional<String> before, Optional<String> after, Verdict verdict)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSaid(this);
    }
  }

  /** What an amount is. */
  enum Measure {
    /** What accounts may consume: more is better. */
    ALLOTMENT,
    /** What a bucket regains in a day: more is better. */
    REFILL,
    /** What of the allotment is there without add-ons, and never billed: more is better. */
    INCLUDED,
    /** The largest amount of an add-on that may be held: more is better. */
    MOST,
    /** What calls consume: less is better. */
    COST,
    /** Money for an add-on: less is better. */
    PRICE;

    public boolean moreIsBetter() {
      return this != COST && this != PRICE;
    }
  }

  /**
   * Amounts that are others than before, during one stretch of time.
   *
   * @param subject the quota or the add-on: {@code crm.credits}
   * @param names editions, calls or the add-on that it is about, all in the same way; none where
   *     the product has no editions
   * @param account whose contract it is about; empty for everybody, but for what a contract states
   * @param from since when; empty when it has always been so
   * @param until until when, excluded; empty for ever
   * @param at a moment in the stretch, for looking at examples
   */
  record Amounts(
      String subject,
      Measure measure,
      Set<String> names,
      Optional<String> account,
      Optional<Instant> from,
      Optional<Instant> until,
      Instant at,
      List<Shift> shifts)
      implements Change {

    public Amounts {
      shifts = List.copyOf(shifts);
    }

    @Override
    public Verdict verdict() {
      return shifts.stream()
          .map(shift -> shift.verdict(measure.moreIsBetter()))
          .reduce(Verdict.IDENTICAL, Verdict::and);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAmounts(this);
    }
  }

  /**
   * Amounts of which it cannot be said how they differ.
   *
   * @param account whose contract it is about; empty for everybody without one
   * @param why what stands against it
   * @param place where that is written; empty where it is no one line
   */
  record Unclear(
      String subject, Measure measure, Optional<String> account, String why, Optional<Place> place)
      implements Change {
    /** It may be worse for some and better for others. */
    @Override
    public Verdict verdict() {
      return Verdict.MIXED;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitUnclear(this);
    }
  }

  /** One method for each form. */
  interface Visitor<R> {
    R visitCame(Came came);

    R visitWent(Went went);

    R visitSaid(Said said);

    R visitAmounts(Amounts amounts);

    R visitUnclear(Unclear unclear);
  }
}
