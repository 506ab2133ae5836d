package dev.tollgate.server.command;

import dev.tollgate.grammar.diagnostic.Decoded;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import dev.tollgate.grammar.parse.SourceParser;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings rule files into their canonical layout. */
@Command(
    name = "fmt",
    aliases = "format",
    description = {
      "Bring rule files into their canonical layout; print the names of those changed.",
      "Afterwards lines end with LF and there is no byte order mark. A file that cannot be",
      "read as rules stays as it is."
    },
    mixinStandardHelpOptions = true)
final class FmtCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = {
        "Files and folders; by default the rule folder of the project.",
        "- lays out standard input on standard output."
      })
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--check",
      description = "Change nothing; print what would change, and exit with 1 if anything would.")
  private boolean checkOnly;

  private final Surroundings surroundings;

  FmtCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    boolean fine = true;
    if (paths.contains(STANDARD_INPUT)) {
      fine = formatInput();
    } else {
      for (Path path : RuleFiles.files(paths, surroundings)) {
        fine &= formatFile(path);
      }
    }
    return fine ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private boolean formatInput() {
    if (paths.size() > 1) {
      throw new BadUsage("`-` is standard input, beside which no file can be named");
    }
    String name = "standard input";
    byte[] bytes =
        RuleFiles.reading(name, () -> surroundings.input().readNBytes(SourceText.MAX_LENGTH + 1));
    Optional<String> canonical = canonical(name, bytes);
    if (canonical.isPresent() && checkOnly) {
      return check(name, bytes, canonical.get());
    }
    canonical.ifPresent(spec.commandLine().getOut()::print);
    return canonical.isPresent();
  }

  /** Whether the file is as it should be now. */
  private boolean formatFile(Path path) {
    String name = surroundings.shown(path);
    WholeFile file = RuleFiles.reading(name, () -> WholeFile.read(path));
    Optional<String> canonical = canonical(name, file.bytes());
    if (canonical.isEmpty()) {
      return false;
    }
    if (checkOnly) {
      return check(name, file.bytes(), canonical.get());
    }
    if (!file.text().equals(canonical.get())) {
      file.rewrite(name, canonical.get());
      spec.commandLine().getOut().println(name);
    }
    return true;
  }

  private boolean check(String name, byte[] bytes, String canonical) {
    String diff = UnifiedDiff.of(name, text(bytes), canonical);
    spec.commandLine().getOut().print(diff);
    return diff.isEmpty();
  }

  /** The layout of the text; where it has none, says why. */
  private Optional<String> canonical(String name, byte[] bytes) {
    return SourceText.decode(name, bytes)
        .accept(
            new Decoded.Visitor<>() {
              @Override
              public Optional<String> text(Decoded.Text text) {
                Optional<String> canonical = Formatter.format(text.source());
                if (canonical.isEmpty()) {
                  SourceText source = text.source();
                  say(List.of(source), SourceParser.parse(source).diagnostics());
                }
                return canonical;
              }

              @Override
              public Optional<String> refused(Decoded.Refused refused) {
                say(List.of(), List.of(refused.diagnostic()));
                return Optional.empty();
              }
            });
  }

  private void say(List<SourceText> sources, List<Diagnostic> diagnostics) {
    PrintWriter err = spec.commandLine().getErr();
    err.print(surroundings.printer(sources).print(diagnostics));
    err.print("\n" + new HelpText(surroundings.colour()).pointer(diagnostics));
    err.flush();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
