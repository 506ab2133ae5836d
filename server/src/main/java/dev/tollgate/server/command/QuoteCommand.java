package dev.tollgate.server.command;

import dev.tollgate.engine.decide.Quote;
import dev.tollgate.engine.decide.QuoteRequest;
import dev.tollgate.server.http.answer.QuoteJson;
import dev.tollgate.server.http.json.JsonLayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what calls would consume and what a purchase would cost. */
@Command(
    name = "quote",
    description = "Say what calls would consume and what a purchase would cost.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  tollgate quote crm --edition free --call records.insert:records=25 --call 'users.list*7'",
      "  tollgate quote crm --edition professional --buy extra_credits=75000"
    })
final class QuoteCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PRODUCT", description = "A product, such as crm.")
  private String product;

  @Mixin private ProfileOptions profile;

  @Option(
      names = "--call",
      paramLabel = "CALL",
      description = {
        "A call: users.list, 'users.list*7', records.insert:records=25,",
        "'composite.run(users.list,records.insert:records=25)'."
      })
  private List<String> calls = new ArrayList<>();

  @Option(
      names = "--buy",
      paramLabel = "ADDON=N",
      description = "An add-on to buy N of, such as extra_credits=75000.")
  private List<String> purchases = new ArrayList<>();

  @Mixin private CallOptions options;

  @Mixin private RulesOption rules;

  @Mixin private FormatOption format;

  private final Surroundings surroundings;

  QuoteCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (calls.isEmpty() && purchases.isEmpty()) {
      throw new BadUsage("there is nothing to quote", "say --call, --buy or both");
    }
    Map<String, BigDecimal> buy = new LinkedHashMap<>();
    Assignments.of("--buy", purchases)
        .forEach((addOn, amount) -> buy.put(addOn, Numbers.of("--buy " + addOn, amount)));
    Question question = Question.of(product, profile, options.at(), rules, surroundings);
    QuoteRequest request = options.request(question, product, calls, buy);
    Quote quote = question.decider().quote(request);
    spec.commandLine()
        .getOut()
        .print(format.json() ? json(quote) : QuoteText.of(request, quote, question.whom()));
    return ExitCode.FINE;
  }

  private static String json(Quote quote) {
    return JsonLayout.text(json -> QuoteJson.write(json, quote));
  }
}
