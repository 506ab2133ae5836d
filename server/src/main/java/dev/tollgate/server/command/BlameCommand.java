package dev.tollgate.server.command;

import dev.tollgate.engine.policy.Place;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says who wrote the lines behind a number. */
@Command(
    name = "blame",
    description = {
      "Say which line and which commit is behind each part of an allotment, a cost or a price.",
      "Commits are those of the git repository around the rule folder."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  tollgate blame crm.credits --edition professional --seat user=1000",
      "  tollgate blame crm.credits --edition free --call records.insert:records=25",
      "  tollgate blame crm.extra_credits --edition professional --buy 75000"
    })
final class BlameCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private HistoryQuestion question;

  @Mixin private RulesOption rules;

  private final Surroundings surroundings;

  BlameCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path folder = RuleFiles.existingFolder(rules.folder(), surroundings);
    HistoryQuestion.Answer answer =
        question.of(RuleFiles.policy(rules.folder(), surroundings), surroundings);
    List<Place> places =
        answer.lines().stream().map(HistoryQuestion.Line::at).flatMap(Optional::stream).toList();
    Map<Place, LineOrigins.Origin> origins = LineOrigins.of(folder, places);
    PrintWriter out = spec.commandLine().getOut();
    out.println(answer.value());
    for (HistoryQuestion.Line line : answer.lines()) {
      String amount = line.amount().isEmpty() ? "" : "  " + line.amount();
      out.println("  " + line.text() + amount);
      line.at().ifPresent(at -> out.println("    " + at + "  " + words(origins.get(at))));
    }
    out.flush();
    return ExitCode.FINE;
  }

  private static String words(LineOrigins.Origin origin) {
    return origin
        .commit()
        .map(
            commit ->
                "%s %s %s: %s%s"
                    .formatted(
                        commit.when().atZone(ZoneOffset.UTC).toLocalDate(),
                        commit.id(),
                        commit.author(),
                        commit.subject(),
                        origin.orBefore() ? " (or before: this clone begins there)" : ""))
        .orElse("not committed yet");
  }
}
