package dev.tollgate.server.command;

import dev.tollgate.engine.decide.ExplainRequest;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.server.http.BrokenRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
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

/** Says which commits changed what an account may consume. */
@Command(
    name = "log",
    description = {
      "Say which commits changed what an account may consume of a quota, the newest first.",
      "They are those of the git repository around the rule folder. An account is asked about as it",
      "would be now."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  tollgate log crm.credits --edition professional --seat user=1000"})
final class LogCommand implements Callable<Integer> {

  /** A commit and what the account had then; in words, for rules may have errors. */
  private record Entry(Revision.Past commit, String limit) {}

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PRODUCT.QUOTA", description = "A quota: crm.credits.")
  private String target;

  @Mixin private ProfileOptions profile;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "As of then: 2026-01-01 or 2026-01-01T10:00Z; by default now.")
  private Optional<String> at = Optional.empty();

  @Mixin private RulesOption rules;

  private final Surroundings surroundings;

  LogCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    int dot = target.indexOf('.');
    if (dot < 0) {
      throw new BadUsage("`" + target + "` is no quota", "name it with its product: crm.credits");
    }
    Path folder = RuleFiles.existingFolder(rules.folder(), surroundings);
    // What is asked must make sense now; of old rules it need not.
    limit(
        RuleFiles.policy(rules.folder(), surroundings),
        target.substring(0, dot),
        target.substring(dot + 1));
    List<Entry> entries = new ArrayList<>();
    Revision.forEach(folder, commit -> entries.add(new Entry(commit, limit(commit, dot))));
    print(entries);
    return ExitCode.FINE;
  }

  private String limit(Revision.Past commit, int dot) {
    try {
      return limit(commit.policy().get(), target.substring(0, dot), target.substring(dot + 1));
    } catch (BrokenRules broken) {
      return "rules with errors";
    } catch (BadUsage | NotFound | InvalidRequest none) {
      return "nothing";
    }
  }

  private String limit(Policy policy, String product, String quota) {
    Question question = Question.of(policy, product, profile, at, surroundings);
    return question
        .decider()
        .explain(
            new ExplainRequest(
                product, question.asker(), Optional.of(quota), Optional.of(question.at())))
        .quotas()
        .get(0)
        .limit()
        .map(Figures::of)
        .orElse("no limit");
  }

  private void print(List<Entry> entries) {
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String before = i + 1 < entries.size() ? entries.get(i + 1).limit() : "nothing";
      if (!before.equals(entry.limit())) {
        out.printf(
            "%s %s %s: %s → %s (%s)%n",
            entry.commit().when().atZone(ZoneOffset.UTC).toLocalDate(),
            entry.commit().id(),
            entry.commit().author(),
            before,
            entry.limit(),
            entry.commit().subject());
      }
    }
    out.flush();
  }
}
