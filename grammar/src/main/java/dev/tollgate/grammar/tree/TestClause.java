package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** A line of a test. */
public sealed interface TestClause {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `account professional, 1_000 users`: whom the test is about. */
  record Account(List<AccountItem> items, Span span) implements TestClause {
    public Account {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.account(this);
    }
  }

  /** `bought 75_000 extra_credits`: held from the start. */
  record Bought(Numeral amount, Name addOn, Span span) implements TestClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bought(this);
    }
  }

  /** `uses up to 100_000 extra_credits`: billed as used, from the start. */
  record Uses(Numeral limit, Name addOn, Span span) implements TestClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.uses(this);
    }
  }

  /** `as of 2026-01-01`. */
  record AsOf(PointInTime point, Span span) implements TestClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.asOf(this);
    }
  }

  /** `text` and a text of several lines: rules that somebody might write beside the others. */
  record Candidate(Text text, Span span) implements TestClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.candidate(this);
    }
  }

  /** `at 2026-01-01T10:00Z consume 500 expect allowed`. */
  record Step(Optional<PointInTime> at, Action action, List<Expectation> expectations, Span span)
      implements TestClause {
    public Step {
      expectations = List.copyOf(expectations);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.step(this);
    }
  }

  /** `expect allotment 500_000`: about the account as it stands after the steps above. */
  record Expect(List<Expectation> expectations, Span span) implements TestClause {
    public Expect {
      expectations = List.copyOf(expectations);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.expect(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R account(Account account);

    R bought(Bought bought);

    R uses(Uses uses);

    R asOf(AsOf asOf);

    R candidate(Candidate candidate);

    R step(Step step);

    R expect(Expect expect);
  }
}
