package dev.tollgate.server.command;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.server.http.answer.DiagnosticJson;
import dev.tollgate.server.http.json.JsonLayout;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with rule files, and nothing when nothing is. */
@Command(
    name = "check",
    description = "Say what is wrong with rule files, and nothing when nothing is.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files and folders to report on; by default the rule folder.")
  private List<String> paths = new ArrayList<>();

  @Option(names = "--strict", description = "Let warnings count as errors do.")
  private boolean strict;

  @Mixin private RulesOption rules;

  @Mixin private FormatOption format;

  private final Surroundings surroundings;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    RuleFiles files = RuleFiles.read(paths, rules.folder(), surroundings);
    List<Diagnostic> found = files.reported();
    long errors = found.stream().filter(it -> it.severity() == Severity.ERROR).count();
    long warnings = found.size() - errors;
    PrintWriter out = spec.commandLine().getOut();
    if (format.json()) {
      out.print(
          JsonLayout.text(
              json ->
                  json.object(
                      () -> {
                        DiagnosticJson.write(json, "diagnostics", found);
                        json.number("errors", errors);
                        json.number("warnings", warnings);
                      })));
    } else if (!found.isEmpty()) {
      out.print(surroundings.printer(files.compiled()).print(found));
      out.printf("%n%s%n", summary(errors, warnings));
      out.print(new HelpText(surroundings.colour()).pointer(found));
    }
    return errors > 0 || (strict && warnings > 0) ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private static String summary(long errors, long warnings) {
    List<String> parts = new ArrayList<>();
    if (errors > 0) {
      parts.add(Figures.counted(errors, "error"));
    }
    if (warnings > 0) {
      parts.add(Figures.counted(warnings, "warning"));
    }
    return String.join(", ", parts);
  }
}
