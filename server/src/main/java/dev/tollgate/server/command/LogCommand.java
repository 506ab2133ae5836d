package dev.tollgate.server.command;

import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.server.http.BrokenRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which commits changed what a policy says of an account. */
@Command(
    name = "log",
    description = {
      "Say which commits changed an allotment, a cost or a price, the newest first.",
      "They are those of the git repository around the rule folder. An account is asked about as it",
      "would be now."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  tollgate log crm.credits --edition professional --seat user=1000",
      "  tollgate log crm.credits --edition free --call records.insert:records=25",
      "  tollgate log crm.extra_credits --edition professional --buy 75000"
    })
final class LogCommand implements Callable<Integer> {

  /** A commit and what was said then; in words, for rules may have errors. */
  private record Entry(Revision.Past commit, String value) {}

  @Spec private CommandSpec spec;

  @Mixin private HistoryQuestion question;

  @Mixin private RulesOption rules;

  private final Surroundings surroundings;

  LogCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path folder = RuleFiles.existingFolder(rules.folder(), surroundings);
    // What is asked must make sense now; of old rules it need not.
    question.of(RuleFiles.policy(rules.folder(), surroundings), surroundings);
    List<Entry> entries = new ArrayList<>();
    Revision.forEach(folder, commit -> entries.add(new Entry(commit, value(commit))));
    print(entries);
    return ExitCode.FINE;
  }

  private String value(Revision.Past commit) {
    try {
      return question.of(commit.policy().get(), surroundings).value();
    } catch (BrokenRules broken) {
      return "rules with errors";
    } catch (BadUsage | NotFound | InvalidRequest none) {
      return "nothing";
    }
  }

  private void print(List<Entry> entries) {
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String before = i + 1 < entries.size() ? entries.get(i + 1).value() : "nothing";
      if (!before.equals(entry.value())) {
        out.printf(
            "%s %s %s: %s → %s (%s)%n",
            entry.commit().commit().when().atZone(ZoneOffset.UTC).toLocalDate(),
            entry.commit().commit().id(),
            entry.commit().commit().author(),
            before,
            entry.value(),
            entry.commit().commit().subject());
      }
    }
    out.flush();
  }
}
