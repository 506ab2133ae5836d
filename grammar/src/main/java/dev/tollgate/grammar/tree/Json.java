package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;

/** A value of a denial's body. */
public sealed interface Json {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `{"code": code}`, members in the order written. */
  record Obj(List<Member> members, Span span) implements Json {
    public Obj {
      members = List.copyOf(members);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.obj(this);
    }
  }

  /** `[1, 2]`. */
  record Arr(List<Json> items, Span span) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arr(this);
    }
  }

  /** A text as it is. */
  record Str(Text text, Span span) implements Json {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.str(this);
    }
  }

  /** A number, which may be negative. */
  record Num(BigDecimal value, Span span) implements Json {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.num(this);
    }
  }

  /** `true` or `false`. */
  record Bool(boolean value, Span span) implements Json {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bool(this);
    }
  }

  /** `null`. */
  record Null(Span span) implements Json {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nullValue(this);
    }
  }

  /** `code`, `message` and such, filled in when a call is denied. */
  record Placeholder(Name name, Span span) implements Json {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.placeholder(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R obj(Obj obj);

    R arr(Arr arr);

    R str(Str str);

    R num(Num num);

    R bool(Bool bool);

    R nullValue(Null nullValue);

    R placeholder(Placeholder placeholder);
  }
}
