package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/** What a test expects of the step or the account before it. */
public sealed interface Expectation {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** Whether it is about a text that somebody might write, and not about an account. */
  default boolean isOfText() {
    return this instanceof Diagnosed || this instanceof NotDiagnosed;
  }

  /** `remaining 5 of credits`, `allotment 500_000`, `4_499 remaining`. */
  record Figure(Measure measure, Quantity amount, Optional<Name> quota, Span span)
      implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.figure(this);
    }
  }

  /** `4_500 back at 2026-01-02T10:00Z`: what comes back next, and when. */
  record ComesBack(Quantity amount, PointInTime at, Optional<Name> quota, Span span)
      implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comesBack(this);
    }
  }

  /** `allotment no limit`. */
  record Unlimited(Measure measure, Optional<Name> quota, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unlimited(this);
    }
  }

  /** `allowed`. */
  record Allowed(Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allowed(this);
    }
  }

  /** `denied by concurrency TOO_MANY_REQUESTS until 2026-01-02T10:00Z`, or `until forever`. */
  record Denied(Optional<Name> by, Optional<Name> code, Optional<PeriodEnd> until, Span span)
      implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.denied(this);
    }
  }

  /** `status 429`: the HTTP status of a denial. */
  record DeniedStatus(Numeral status, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.deniedStatus(this);
    }
  }

  /** `message "no credits are left"`: what a denial says. */
  record DeniedMessage(Text message, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.deniedMessage(this);
    }
  }

  /** `not counted`. */
  record NotCounted(Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notCounted(this);
    }
  }

  /** `warned at 80%`. */
  record WarnedAt(Numeral percent, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.warnedAt(this);
    }
  }

  /** `not warned`: the step crossed no threshold. */
  record NotWarned(Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notWarned(this);
    }
  }

  /** `charge 6.80 USD`; below zero for what is given back. */
  record Charged(Quantity money, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.charged(this);
    }
  }

  /** `6.50 USD a day`, `195.00 USD a month`. */
  record Priced(Quantity money, BillPeriod per, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.priced(this);
    }
  }

  /**
   * `25_000 for 3.50 USD`: so many units fall in one slab and cost so much; all slabs that a price
   * or a charge is made of are said together. Below zero for what is given back.
   */
  record SlabPriced(Numeral units, Quantity money, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.slabPriced(this);
    }
  }

  /** `most 440_000 extra_credits`: as many can be bought. */
  record Most(Quantity amount, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.most(this);
    }
  }

  /** `refused`: the step is wrong, not denied. */
  record Refused(Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /** `decided by "ACME 2026"`. */
  record DecidedBy(Text title, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.decidedBy(this);
    }
  }

  /** `assumed region is "unknown"`: nobody stated the fact, and the answer rests on this value. */
  record Assumed(Name fact, Literal value, Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assumed(this);
    }
  }

  /** `nothing assumed`: the answer rests on what is stated alone. */
  record NothingAssumed(Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nothingAssumed(this);
    }
  }

  /** `error T204 at line 2`: of the text before it; whatever is wrong with it is said together. */
  record Diagnosed(Severity severity, Name code, Optional<Numeral> line, Span span)
      implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.diagnosed(this);
    }
  }

  /** `no diagnostics`: there is nothing to say of the text before it. */
  record NotDiagnosed(Span span) implements Expectation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notDiagnosed(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R figure(Figure figure);

    R comesBack(ComesBack comesBack);

    R unlimited(Unlimited unlimited);

    R allowed(Allowed allowed);

    R denied(Denied denied);

    R deniedStatus(DeniedStatus deniedStatus);

    R deniedMessage(DeniedMessage deniedMessage);

    R notCounted(NotCounted notCounted);

    R warnedAt(WarnedAt warnedAt);

    R notWarned(NotWarned notWarned);

    R charged(Charged charged);

    R priced(Priced priced);

    R slabPriced(SlabPriced slabPriced);

    R most(Most most);

    R refused(Refused refused);

    R decidedBy(DecidedBy decidedBy);

    R assumed(Assumed assumed);

    R nothingAssumed(NothingAssumed nothingAssumed);

    R diagnosed(Diagnosed diagnosed);

    R notDiagnosed(NotDiagnosed notDiagnosed);
  }
}
