package dev.tollgate.engine.suite;

import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads texts that somebody might write, as one more file beside those of the policy. */
final class Candidates {

  /** Behind all names of files, so that of two that clash it is the text that is wrong. */
  private static final String NAME = "~text";

  private final List<SourceText> files = new ArrayList<>();
  private Optional<List<Diagnostic>> before = Optional.empty();

  Candidates(Map<String, String> files) {
    files.forEach((name, text) -> this.files.add(SourceText.of(name, text)));
  }

  /** What there is to say because of the text, and was not to be said without it. */
  List<Diagnostic> diagnostics(String text) {
    if (before.isEmpty()) {
      before = Optional.of(Compiler.compile(files).diagnostics());
    }
    List<SourceText> all = new ArrayList<>(files);
    all.add(SourceText.of(NAME, text));
    List<Diagnostic> found = new ArrayList<>(Compiler.compile(all).diagnostics());
    found.removeAll(before.get());
    return found;
  }
}
