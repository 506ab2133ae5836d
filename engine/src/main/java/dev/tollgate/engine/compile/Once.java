package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lines that a block may have once. */
final class Once {

  private Once() {}

  /**
   * The first of the lines; each further one is reported.
   *
   * @param what the line's first words, for the message
   */
  static <C> Optional<C> of(List<C> lines, Function<C, Span> span, String what, Findings findings) {
    lines.stream()
        .skip(1)
        .forEach(
            line ->
                findings.add(
                    Diagnostic.of(
                            DiagnosticCode.SAID_TWICE,
                            span.apply(line),
                            "`%s` is said twice in this block".formatted(what))
                        .withRelated(span.apply(lines.get(0)), "first said here")));
    return lines.stream().findFirst();
  }
}
