package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** What happens in a step of a test. */
public sealed interface Action {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /**
   * `consume 500`, with the quota or unit behind it in a test of a product: `consume 500 credits`.
   */
  record Consume(Quantity amount, Span span) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.consume(this);
    }
  }

  /**
   * `call records.insert with records 20 key app "zapier" channel ui 3 times`; a composite one:
   * `call composite of (users.list, roles.list)`.
   */
  record Call(
      Name call,
      List<SubCall> subCalls,
      List<Argument> arguments,
      List<KeyValue> keys,
      Optional<Name> channel,
      Optional<Numeral> times,
      Span span)
      implements Action {
    public Call {
      subCalls = List.copyOf(subCalls);
      arguments = List.copyOf(arguments);
      keys = List.copyOf(keys);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /**
   * `end call`, `commit`, `commit with tokens 120`, `commit cost 30`, `commit failed`: the earliest
   * call that has not ended does.
   */
  record Commit(List<Argument> arguments, Optional<Quantity> cost, boolean failed, Span span)
      implements Action {
    public Commit {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.commit(this);
    }
  }

  /** `cancel`: the latest call did not happen. */
  record Cancel(Span span) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cancel(this);
    }
  }

  /** `buy 75_000 extra_credits`. */
  record Buy(Numeral amount, Name addOn, Span span) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.buy(this);
    }
  }

  /** `account enterprise`: the profile changes. */
  record Change(List<AccountItem> items, Span span) implements Action {
    public Change {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.change(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R consume(Consume consume);

    R call(Call call);

    R commit(Commit commit);

    R cancel(Cancel cancel);

    R buy(Buy buy);

    R change(Change change);
  }
}
