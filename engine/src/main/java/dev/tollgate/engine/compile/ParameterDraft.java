package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import java.util.Optional;
import java.util.OptionalLong;

/** A parameter of one or more calls, whose type its uses tell when its declaration does not. */
final class ParameterDraft {

  /** How a line uses a parameter. */
  private record Use(ValueType type, Span span) {}

  final Name name;
  private final Optional<ValueType> stated;
  private final OptionalLong most;
  private Optional<Use> firstUse = Optional.empty();
  private boolean clashed;
  private boolean mayBeUsed;

  ParameterDraft(Name name, Optional<ValueType> stated, OptionalLong most) {
    this.name = name;
    this.stated = stated;
    this.most = most;
  }

  /** Notes a use that tells the type; of two that differ, the second is reported. */
  void use(ValueType type, Span span, Findings findings) {
    if (stated.isPresent()) {
      return;
    }
    if (firstUse.isEmpty()) {
      firstUse = Optional.of(new Use(type, span));
    }
    Use first = firstUse.get();
    if (!first.type().equals(type) && !clashed) {
      clashed = true;
      findings.add(
          Diagnostic.of(
                  DiagnosticCode.PARAMETER_OF_TWO_TYPES,
                  span,
                  "`%s` is used as %s here and as %s elsewhere"
                      .formatted(name.text(), Types.describe(type), Types.describe(first.type())))
              .withRelated(first.span(), "used as " + Types.describe(first.type()) + " here")
              .withRelated(name.span(), "declared here"));
    }
  }

  /** Notes that lines which could tell the type are wrong themselves. */
  void mayBeUsed() {
    mayBeUsed = true;
  }

  /** Whether its type is not known for a reason that has been reported. */
  boolean isUnclear() {
    return clashed || (mayBeUsed && stated.isEmpty() && firstUse.isEmpty());
  }

  /** The line that tells the type, where the declaration does not. */
  Optional<Span> told() {
    return firstUse.map(Use::span);
  }

  /** The stated type, else what the uses tell, else text: any word will do. */
  ValueType type() {
    return stated.orElseGet(() -> firstUse.map(Use::type).orElse(new ValueType.Text()));
  }

  OptionalLong most() {
    return most;
  }

  Product.Parameter build(Sources sources) {
    return new Product.Parameter(name.text(), type(), most, sources.place(name.span()));
  }
}
