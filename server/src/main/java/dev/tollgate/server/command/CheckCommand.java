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

  @Option(names = "--fix", description = "Make the changes that mend for certain, then report.")
  private boolean fix;

  @Option(
      names = "--dry-run",
      description = "With --fix: only print the changes, and exit with 1 if there are any.")
  private boolean dryRun;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people (the default), json, or sarif (2.1.0).")
  private CheckFormat format = CheckFormat.TEXT;

  @Mixin private RulesOption rules;

  private final Surroundings surroundings;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (dryRun && (!fix || format != CheckFormat.TEXT)) {
      throw new BadUsage("--dry-run shows in text what --fix would change");
    }
    RuleFiles files = RuleFiles.read(paths, rules.folder(), surroundings);
    boolean changes = false;
    if (fix) {
      RuleFiles mended = files.mended();
      changes = mend(files, mended);
      files = mended;
    }
    List<Diagnostic> left = files.reported();
    long errors = left.stream().filter(it -> it.severity() == Severity.ERROR).count();
    if (!dryRun) {
      report(files, left, errors);
    }
    boolean findings = errors > 0 || (strict && !left.isEmpty()) || (dryRun && changes);
    return findings ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  /** Whether there was anything to change. */
  private boolean mend(RuleFiles files, RuleFiles mended) {
    // What programs read is the report alone.
    PrintWriter text =
        format == CheckFormat.TEXT ? spec.commandLine().getOut() : spec.commandLine().getErr();
    Mender mender = new Mender(surroundings, text);
    return dryRun ? mender.show(files, mended) : mender.write(files, mended);
  }

  private void report(RuleFiles files, List<Diagnostic> found, long errors) {
    PrintWriter out = spec.commandLine().getOut();
    long warnings = found.size() - errors;
    switch (format) {
      case SARIF -> out.print(SarifLog.text(found));
      case JSON ->
          out.print(
              JsonLayout.text(
                  json ->
                      json.object(
                          () -> {
                            DiagnosticJson.write(json, "diagnostics", found);
                            json.number("errors", errors);
                            json.number("warnings", warnings);
                          })));
      case TEXT -> {
        if (!found.isEmpty()) {
          out.print(surroundings.printer(files.compiled()).print(found));
          out.printf("%n%s%n", summary(errors, warnings));
          out.print(new HelpText(surroundings.colour()).pointer(found));
        }
      }
    }
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
