package dev.tollgate.engine.compile;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.grammar.diagnostic.DiagnosticPrinter;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The sample products of the language's description. */
public final class Samples {

  private Samples() {}

  /** The CRM and the Desk product, a rule, a contract and tests. */
  public static RuleFolder folder() {
    try {
      Path folder = Path.of(Objects.requireNonNull(Samples.class.getResource("/sample")).toURI());
      return RuleFolder.read(folder);
    } catch (URISyntaxException | IOException unreadable) {
      throw new IllegalStateException("the samples stand among the test resources", unreadable);
    }
  }

  /** What was found in the texts, printed. */
  static String printed(Compiled compiled) {
    return new DiagnosticPrinter(compiled.sources(), DiagnosticPrinter.Colour.PLAIN)
        .print(compiled.diagnostics());
  }

  /** Compiles one text as the file {@code policy.toll}. */
  static Compiled compile(String text) {
    return Compiler.compile(List.of(SourceText.of("policy.toll", text)));
  }
}
