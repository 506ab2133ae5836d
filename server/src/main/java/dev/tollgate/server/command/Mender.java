package dev.tollgate.server.command;

import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/** Brings the certain changes of rule files to where the files are. */
final class Mender {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Surroundings surroundings;
  private final PrintWriter out;

  /** One that prints what it has changed, or would change. */
  Mender(Surroundings surroundings, PrintWriter out) {
    this.surroundings = surroundings;
    this.out = out;
  }

  /**
   * Writes the files that have changed, and prints the name of each; whether there was any.
   *
   * @throws BadUsage if one cannot be written, or is another than was read; the others may have
   *     been written by then
   */
  boolean write(RuleFiles before, RuleFiles after) {
    return changed(
        before,
        after,
        (file, source) -> {
          file.rewrite(source.name(), mark(file) + source.text());
          out.println("mended " + source.name());
        });
  }

  /** Prints what would be written; whether there is anything. */
  boolean show(RuleFiles before, RuleFiles after) {
    return changed(
        before,
        after,
        (file, source) ->
            out.print(UnifiedDiff.of(source.name(), file.text(), mark(file) + source.text())));
  }

  @FunctionalInterface
  private interface Change {
    void make(WholeFile file, SourceText after);
  }

  private boolean changed(RuleFiles before, RuleFiles after, Change change) {
    Map<String, String> texts = new HashMap<>();
    before.compiled().sources().forEach(source -> texts.put(source.name(), source.text()));
    boolean any = false;
    for (SourceText source : after.compiled().sources()) {
      String old = texts.get(source.name());
      if (!source.text().equals(old)) {
        any = true;
        String name = source.name();
        WholeFile file = RuleFiles.reading(name, () -> WholeFile.read(surroundings.path(name)));
        if (!file.text().equals(mark(file) + old)) {
          throw new BadUsage("somebody else has changed `" + name + "` meanwhile");
        }
        change.make(file, source);
      }
    }
    return any;
  }

  private static String mark(WholeFile file) {
    return file.text().startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  }
}
