package dev.tollgate.engine.coverage;

import java.util.List;

/**
 * A test that lacks what it expects.
 *
 * @param target what it is for: {@code crm.credits}
 * @param title of the test
 * @param lines of the test; in the last one {@link #EXPECTED} stands for what is expected
 * @param guess an expectation in place of it: when it is not met, the failure says what is so
 */
public record Draft(String target, String title, List<String> lines, String guess) {

  /** No rule file has it outside of a text in quotes. */
  public static final String EXPECTED = "…";

  public Draft {
    lines = List.copyOf(lines);
  }

  /** The test with an expectation in it. */
  public String text(String expectation) {
    StringBuilder text = new StringBuilder();
    text.append("test \"")
        .append(title.replace("\\", "\\\\").replace("\"", "\\\""))
        .append("\" {\n");
    lines.forEach(
        line -> text.append("  ").append(line.replace(EXPECTED, expectation)).append('\n'));
    return text.append("}\n").toString();
  }

  Draft with(List<String> otherLines, String otherGuess) {
    return new Draft(target, title, otherLines, otherGuess);
  }
}
