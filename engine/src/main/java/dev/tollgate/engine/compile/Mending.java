package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Band;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Fix;
import dev.tollgate.grammar.diagnostic.Fixes;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes the changes that diagnostics offer, and undoes each that does not prove itself: what it was
 * to mend must be gone, and no other error may come up.
 */
public final class Mending {

  /** Each round makes a change or gives one up, so this is only reached by very many faults. */
  private static final int MOST_ROUNDS = 1_000;

  /** A fault, wherever it stands after other changes. */
  private record Fault(DiagnosticCode code, String file, String message) {

    static Fault of(Diagnostic diagnostic) {
      return new Fault(diagnostic.code(), diagnostic.span().file(), diagnostic.message());
    }
  }

  private final Predicate<String> mayChange;
  private final Set<Fault> givenUp = new HashSet<>();
  private List<SourceText> sources;
  private Compiled compiled;

  private Mending(List<SourceText> sources, Predicate<String> mayChange) {
    this.mayChange = mayChange;
    this.sources = sources;
    this.compiled = Compiler.compile(sources);
  }

  /**
   * The files after all changes that are certain. What is mended a second time stays as it is.
   *
   * @param mayChange which files may be changed, by name
   */
  public static List<SourceText> of(List<SourceText> sources, Predicate<String> mayChange) {
    Mending mending = new Mending(sources, mayChange);
    for (int round = 0; round < MOST_ROUNDS && mending.mendSome(); round++) {
      // Each round sees what the one before it has left.
    }
    return mending.sources;
  }

  /** Whether it is worth while to try again. */
  private boolean mendSome() {
    List<Diagnostic> offers =
        compiled.diagnostics().stream()
            .filter(found -> found.fix().filter(fix -> mayChange.test(file(fix))).isPresent())
            .filter(found -> !givenUp.contains(Fault.of(found)))
            .toList();
    // What a line says is known once it can be read, so how it is written comes first.
    List<Diagnostic> ofText = offers.stream().filter(Mending::isOfText).toList();
    List<Diagnostic> first = ofText.isEmpty() ? offers : ofText;
    if (first.isEmpty() || mend(first)) {
      return !first.isEmpty();
    }
    for (Diagnostic one : first) {
      if (first.size() > 1 && mend(List.of(one))) {
        return true;
      }
      givenUp.add(Fault.of(one));
    }
    return true;
  }

  private boolean mend(List<Diagnostic> faults) {
    List<SourceText> changed = new ArrayList<>();
    for (SourceText source : sources) {
      List<Fix> fixes =
          faults.stream()
              .flatMap(fault -> fault.fix().stream())
              .filter(fix -> file(fix).equals(source.name()))
              .toList();
      changed.add(fixes.isEmpty() ? source : Fixes.applied(source, fixes));
    }
    Compiled after = Compiler.compile(changed);
    if (!isBetter(after, faults)) {
      return false;
    }
    sources = changed;
    compiled = after;
    return true;
  }

  /** All of the faults are fewer than before, and nothing has come up instead. */
  private boolean isBetter(Compiled after, List<Diagnostic> faults) {
    List<Fault> before = faults(compiled);
    List<Fault> left = faults(after);
    boolean mended =
        faults.stream()
            .allMatch(
                one ->
                    count(left, Fault.of(one)) < count(before, Fault.of(one))
                        || isFurtherOn(one, after));
    // Where not all was said before, there is nothing to compare with.
    boolean cut = before.stream().anyMatch(one -> one.code() == DiagnosticCode.TOO_MANY_ERRORS);
    return mended
        && (cut
            || after.diagnostics().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .filter(found -> count(left, Fault.of(found)) > count(before, Fault.of(found)))
                .allMatch(found -> faults.stream().allMatch(fault -> mayReveal(fault, found))));
  }

  /** Whether a fault that is said once for its whole line is left only behind what was mended. */
  private static boolean isFurtherOn(Diagnostic fault, Compiled after) {
    Span place = fault.span();
    List<Span> left =
        after.diagnostics().stream()
            .filter(one -> Fault.of(one).equals(Fault.of(fault)))
            .map(Diagnostic::span)
            .filter(span -> span.line() == place.line())
            .toList();
    return isOfText(fault)
        && !left.isEmpty()
        && left.stream().allMatch(span -> span.column() > place.column());
  }

  /**
   * Whether a fault can have hidden another one. What could not be read may say something wrong,
   * and the lines around it were not all read either; a name that was guessed hides nothing.
   */
  private static boolean mayReveal(Diagnostic fault, Diagnostic other) {
    Fix fix = fault.fix().orElseThrow();
    boolean brace = fix.replacement().contains("{") || fix.replacement().contains("}");
    boolean elsewhere =
        !file(fix).equals(other.span().file()) || fix.span().line() != other.span().line();
    return isOfText(fault) && (!isOfText(other) || (elsewhere && !brace));
  }

  private static List<Fault> faults(Compiled compiled) {
    return compiled.diagnostics().stream().map(Fault::of).toList();
  }

  private static long count(List<Fault> faults, Fault one) {
    return faults.stream().filter(one::equals).count();
  }

  private static boolean isOfText(Diagnostic found) {
    return found.code().band() == Band.TEXT;
  }

  private static String file(Fix fix) {
    return fix.span().file();
  }
}
