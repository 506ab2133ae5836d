package dev.tollgate.engine.policy;

import java.math.BigDecimal;
import java.util.List;

/** A JSON body of a denial, with holes that the decision fills. */
public sealed interface Json {

  record Text(String text) implements Json {}

  record Number(BigDecimal number) implements Json {}

  record Literal(boolean value) implements Json {}

  record Null() implements Json {}

  /** Filled from the decision. */
  record Hole(Of of) implements Json {}

  record Member(String name, Json value) {}

  record Object(List<Member> members) implements Json {
    public Object {
      members = List.copyOf(members);
    }
  }

  record Array(List<Json> items) implements Json {
    public Array {
      items = List.copyOf(items);
    }
  }

  /** What a hole stands for; written in lower case, words joined by {@code _}. */
  enum Of {
    CODE,
    MESSAGE,
    STATUS,
    QUOTA,
    LIMIT,
    USED,
    REMAINING,
    COST,
    RETRY_AT,
    RETRY_AFTER
  }
}
