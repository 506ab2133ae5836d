package dev.tollgate.grammar.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing said about a text.
 *
 * @param code what kind of fault it is
 * @param span the smallest stretch whose change mends it
 * @param message one line of fact in the author's words: lower case, no period
 * @param related the other places, when two or more clash
 * @param hints what to do about it, a line each
 * @param fix the change, when it is certain
 */
public record Diagnostic(
    DiagnosticCode code,
    Span span,
    String message,
    List<Related> related,
    List<String> hints,
    Optional<Fix> fix) {

  /** By file, place and code: the order in which they are printed. */
  public static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(Diagnostic::span).thenComparing(Diagnostic::code);

  public Diagnostic {
    related = List.copyOf(related);
    hints = List.copyOf(hints);
  }

  /** A plain one, to which the {@code with} methods add. */
  public static Diagnostic of(DiagnosticCode code, Span span, String message) {
    return new Diagnostic(code, span, message, List.of(), List.of(), Optional.empty());
  }

  /** The same with one more place that it is about. */
  public Diagnostic withRelated(Span place, String what) {
    return new Diagnostic(
        code, span, message, appended(related, new Related(place, what)), hints, fix);
  }

  /** The same with one more line of advice. */
  public Diagnostic withHint(String hint) {
    return new Diagnostic(code, span, message, related, appended(hints, hint), fix);
  }

  /** The same with the change that mends it. */
  public Diagnostic withFix(Span place, String replacement) {
    Optional<Fix> change = Optional.of(new Fix(place, replacement));
    return new Diagnostic(code, span, message, related, hints, change);
  }

  /** The severity, which is its code's. */
  public Severity severity() {
    return code.severity();
  }

  private static <T> List<T> appended(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
