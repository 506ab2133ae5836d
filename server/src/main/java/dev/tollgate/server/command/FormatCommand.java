package dev.tollgate.server.command;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings rule files into their canonical layout. */
@Command(
    name = "fmt",
    description = "Bring rule files into their canonical layout; print the names of those changed.",
    mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {

  /** Codes of what is wrong with a text itself; such a file keeps its layout. */
  private static final String TEXT_CODES = "T1";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files and folders; by default the rule folder.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--check",
      description = "Change nothing; exit with 1 if a file has another layout.")
  private boolean checkOnly;

  @Mixin private RulesOption rules;

  private final Surroundings surroundings;

  FormatCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    RuleFiles files = RuleFiles.read(paths, rules.folder(), surroundings);
    List<Diagnostic> broken =
        files.reported().stream()
            .filter(found -> found.code().code().startsWith(TEXT_CODES))
            .toList();
    PrintWriter err = spec.commandLine().getErr();
    if (!broken.isEmpty()) {
      err.print(surroundings.printer(files.compiled()).print(broken));
      err.print("\n" + new HelpText(surroundings.colour()).pointer(broken));
    }
    err.flush();
    boolean changed = false;
    for (SourceText source : files.compiled().sources()) {
      if (files.isReported(source.name())) {
        changed |= format(source);
      }
    }
    return !broken.isEmpty() || (checkOnly && changed) ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  /** Whether the file had another layout. */
  private boolean format(SourceText source) {
    Optional<String> canonical = Formatter.format(source);
    if (canonical.isEmpty() || canonical.get().equals(source.text())) {
      return false;
    }
    if (!checkOnly) {
      write(surroundings.path(source.name()), canonical.get());
    }
    spec.commandLine().getOut().println(source.name());
    return true;
  }

  private void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException refused) {
      throw new BadUsage("`" + surroundings.shown(file) + "` cannot be written");
    }
  }
}
