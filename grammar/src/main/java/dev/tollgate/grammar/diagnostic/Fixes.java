package dev.tollgate.grammar.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes changes in a text. */
public final class Fixes {

  private static final Comparator<Fix> BY_PLACE =
      Comparator.comparing(Fix::span).thenComparing(Fix::replacement);

  private Fixes() {}

  /**
   * The text after as many of the changes as can be made at once. Of two that overlap, or that
   * insert at one place, the first in the text is made; one that is given twice is made once.
   *
   * <p>Changing 5 to 7 and 6 to 8 makes {@code 7 + 8} of {@code 5 + 6}.
   *
   * @param fixes all of this text, in any order
   */
  public static SourceText applied(SourceText source, List<Fix> fixes) {
    StringBuilder out = new StringBuilder(source.text().length());
    int end = 0;
    for (Fix fix : compatible(fixes)) {
      out.append(source.text(), end, fix.span().start().offset()).append(fix.replacement());
      end = fix.span().end().offset();
    }
    out.append(source.text(), end, source.text().length());
    return SourceText.of(source.name(), out.toString());
  }

  private static List<Fix> compatible(List<Fix> fixes) {
    List<Fix> chosen = new ArrayList<>();
    int end = -1;
    for (Fix fix : fixes.stream().sorted(BY_PLACE).toList()) {
      int start = fix.span().start().offset();
      if (start > end || (start == end && start < fix.span().end().offset())) {
        chosen.add(fix);
        end = fix.span().end().offset();
      }
    }
    return chosen;
  }
}
