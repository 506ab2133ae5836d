package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.tree.Literal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a condition asks about, resolved.
 *
 * @param domain every value it can have, "not given" aside
 * @param mayBeAbsent whether a call may leave it out
 * @param read reads a literal as a value of it, or reports why not
 */
record Asked(
    Attribute attribute,
    ValueType type,
    ValueSet domain,
    boolean mayBeAbsent,
    Function<Literal, Optional<Value>> read) {

  /** Every value, and "not given" where that can be. */
  ValueSet everything() {
    return mayBeAbsent ? domain.union(absent()) : domain;
  }

  ValueSet absent() {
    boolean number = attribute.number();
    return ValueSet.everything(number).minus(ValueSet.given(number));
  }
}
