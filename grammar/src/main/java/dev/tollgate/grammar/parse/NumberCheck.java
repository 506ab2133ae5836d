package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.ClockUnit;
import org.antlr.v4.runtime.Token;

/** Judges how a number is written. */
final class NumberCheck {

  private final Troubles troubles;

  NumberCheck(Troubles troubles) {
    this.troubles = troubles;
  }

  /**
   * A number and the token behind it, of which a letter may stick to it; whether it does.
   *
   * <p>{@code 5,000} has a comma, {@code 5_00} is not grouped in threes, {@code 10k} is not written
   * out.
   */
  boolean check(Token number, Token next) {
    boolean sticks =
        next.getStartIndex() == number.getStopIndex() + 1
            && (next.getType() == TollLexer.NAME || Keywords.isKeyword(next.getType()));
    String written = number.getText();
    if (sticks) {
      reportSticking(number, next);
    } else if (!Numbers.isWellFormed(written)) {
      report(written, span(number, number));
    }
    return sticks;
  }

  private void report(String written, Span span) {
    if (written.indexOf(',') >= 0) {
      Diagnostic comma =
          Diagnostic.of(
              DiagnosticCode.COMMA_IN_NUMBER, span, "`" + written + "` has a comma in it");
      troubles.add(
          Numbers.withoutCommas(written)
              .map(right -> comma.withHint("write `" + right + "`").withFix(span, right))
              .orElse(comma.withHint("in a list put a space behind each comma")));
    } else if (Numbers.isTooLong(written)) {
      troubles.add(
          DiagnosticCode.MALFORMED_NUMBER,
          span,
          "this number has more than " + Numbers.MOST_DIGITS + " digits");
    } else if (Numbers.isMisgrouped(written)) {
      troubles.add(
          Diagnostic.of(
                  DiagnosticCode.MISGROUPED_NUMBER,
                  span,
                  "the digits of `" + written + "` are not in groups of three")
              .withHint("one of its digits may be missing or spare; groups look like `1_000_000`"));
    } else {
      troubles.add(
          Diagnostic.of(DiagnosticCode.MALFORMED_NUMBER, span, "`" + written + "` is not a number")
              .withHint("numbers are written `5`, `5_000` or `0.25`"));
    }
  }

  private void reportSticking(Token number, Token next) {
    String whole = number.getText() + next.getText();
    Diagnostic sticking =
        Diagnostic.of(
            DiagnosticCode.MALFORMED_NUMBER, span(number, next), "`" + whole + "` is not a number");
    String zeros =
        switch (next.getText()) {
          case "k", "K" -> "_000";
          case "m", "M" -> "_000_000";
          default -> "";
        };
    boolean certain =
        !zeros.isEmpty() && number.getText().length() <= 3 && number.getText().indexOf('.') < 0;
    String right = certain ? number.getText() + zeros : number.getText() + " " + next.getText();
    Diagnostic hinted =
        sticking.withHint(
            zeros.isEmpty() ? "did you mean `" + right + "`?" : "write the number out");
    boolean time = ClockUnit.of(next.getText()).isPresent();
    troubles.add(certain || time ? hinted.withFix(span(number, next), right) : hinted);
  }

  private Span span(Token first, Token last) {
    return troubles.source().span(first.getStartIndex(), last.getStopIndex() + 1);
  }
}
