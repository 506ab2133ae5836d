package dev.tollgate.server.command;

import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compare.Verdict;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.server.http.json.JsonLayout;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what another policy changes for accounts. */
@Command(
    name = "diff",
    description = {
      "Say exactly what changes for accounts when the policy NEW takes the place of OLD.",
      "It is said for all numbers of seats, facts, add-ons and parameters at once."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  tollgate diff released/rules rules",
      "  tollgate diff main..HEAD",
      "  tollgate diff HEAD rules",
      "  tollgate diff old.toll new.toll --format markdown --fail-on worse",
      "  tollgate diff HEAD rules --accounts accounts.csv --usage calls.csv"
    })
final class DiffCommand implements Callable<Integer> {

  private static final String RANGE = "..";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = {
        "A rule folder, a rule file, or a revision of the git repository around the rule folder;",
        "OLD..NEW for two revisions at once."
      })
  private String before;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NEW",
      description = "The same afterwards; by default the rule folder as it is now.")
  private Optional<String> after = Optional.empty();

  @Mixin private RulesOption rules;

  @Mixin private ImpactOptions impact;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "text for people (the default), markdown for pull requests, html for a page with charts",
        "that stands alone, or json."
      })
  private DiffFormat format = DiffFormat.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = {
        "Exit with 1 for a difference that is worse for some account (worse), or for any that",
        "has an effect (any); by default never."
      })
  private FailOn failOn = FailOn.NEVER;

  private final Surroundings surroundings;

  DiffCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<String[]> range =
        after.isEmpty() && before.contains(RANGE)
            ? Optional.of(before.split(Pattern.quote(RANGE), 2))
            : Optional.empty();
    Policy old = policy(range.map(ends -> ends[0]).orElse(before));
    Policy now =
        range
            .map(ends -> ends[1])
            .or(() -> after)
            .map(this::policy)
            .orElseGet(() -> RuleFiles.policy(rules.folder(), surroundings));
    PolicyDifference difference = PolicyDifference.of(old, now);
    PrintWriter err = spec.commandLine().getErr();
    ImpactOptions.Impact found = impact.of(old, now, surroundings, err);
    print(new DiffReport(difference, found.fleet(), found.replay()), new DiffWords(old, now));
    found.bad().forEach(bad -> bad.print(err));
    if (!found.bad().stream().allMatch(BadRows::none)) {
      return ExitCode.USAGE;
    }
    Verdict verdict = difference.verdict();
    boolean finding =
        switch (failOn) {
          case NEVER -> false;
          case WORSE -> verdict.mayBeWorse();
          case ANY -> verdict != Verdict.IDENTICAL;
        };
    return finding ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  /** What stands there is meant rather than a revision of that name. */
  private Policy policy(String name) {
    if (Files.exists(surroundings.path(name))) {
      return RuleFiles.policyAt(name, surroundings);
    }
    Path folder = RuleFiles.existingFolder(rules.folder(), surroundings);
    return Revision.policy(name.isEmpty() ? "HEAD" : name, folder)
        .orElseThrow(
            () ->
                new BadUsage(
                    "there is no file, folder or revision `" + name + "`",
                    "revisions are those of the repository around the rule folder"));
  }

  private void print(DiffReport report, DiffWords words) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(new DiffText(words).of(report));
      case MARKDOWN -> out.print(new DiffMarkdown(words).of(report));
      case HTML -> out.print(new DiffHtml(words).of(report));
      case JSON -> out.print(JsonLayout.text(json -> new DiffJson(words).write(json, report)));
    }
    out.flush();
  }
}
