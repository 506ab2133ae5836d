package dev.tollgate.server.command;

import dev.tollgate.engine.decide.ExplainRequest;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.server.http.answer.ExplanationJson;
import dev.tollgate.server.http.json.JsonLayout;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where an account's allotment comes from, line by line. */
@Command(
    name = "explain",
    description = "Say where an account's allotment comes from, line by line.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  tollgate explain crm.credits --edition professional --seat user=1000"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "PRODUCT[.QUOTA]",
      description = "A product, or one of its quotas: crm, crm.credits.")
  private String target;

  @Mixin private ProfileOptions profile;

  @Mixin private MomentOption moment;

  @Mixin private RulesOption rules;

  @Mixin private FormatOption format;

  private final Surroundings surroundings;

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    int dot = target.indexOf('.');
    String product = dot < 0 ? target : target.substring(0, dot);
    Optional<String> quota = dot < 0 ? Optional.empty() : Optional.of(target.substring(dot + 1));
    Question question = Question.of(product, profile, moment.at(), rules, surroundings);
    Explanation explanation =
        question
            .decider()
            .explain(
                new ExplainRequest(product, question.asker(), quota, Optional.of(question.at())));
    if (format.json()) {
      spec.commandLine()
          .getOut()
          .print(JsonLayout.text(json -> ExplanationJson.write(json, explanation)));
    } else {
      spec.commandLine().getOut().print(ExplanationText.of(explanation, question.whom()));
    }
    return ExitCode.FINE;
  }
}
