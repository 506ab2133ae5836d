package dev.tollgate.server.command;

import dev.tollgate.engine.decide.CostLine;
import dev.tollgate.engine.decide.ExplainRequest;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.Purchase;
import dev.tollgate.engine.decide.Quote;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One number that a policy says of an account: an allotment, what a call costs, or a price. */
final class HistoryQuestion {

  /**
   * The number and the lines behind it.
   *
   * @param value in words: {@code 510,000}, {@code no limit}, {@code 3.50 USD}
   */
  record Answer(String value, List<Line> lines) {
    Answer {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A part of the number.
   *
   * @param amount what it comes to; empty where it has no amount
   */
  record Line(String text, String amount, Optional<Place> at) {}

  @Parameters(
      index = "0",
      paramLabel = "PRODUCT.NAME",
      description = "A quota, such as crm.credits; with --buy an add-on, crm.extra_credits.")
  private String target;

  @Mixin private ProfileOptions profile;

  @Option(
      names = "--call",
      paramLabel = "CALL",
      description = {
        "Ask what this call costs in the quota, instead of how much is allotted:",
        "records.insert:records=25."
      })
  private Optional<String> call = Optional.empty();

  @Option(
      names = "--buy",
      paramLabel = "N",
      description = "Ask for the price of so much of the add-on.")
  private Optional<String> buy = Optional.empty();

  @Mixin private CallOptions options;

  /**
   * What one policy says.
   *
   * @throws BadUsage if an option cannot be read
   * @throws NotFound if the policy does not know what is asked about
   */
  Answer of(Policy policy, Surroundings surroundings) {
    int dot = target.indexOf('.');
    if (dot < 0) {
      throw new BadUsage(
          "`" + target + "` is no quota and no add-on", "name it with its product: crm.credits");
    }
    String product = target.substring(0, dot);
    String name = target.substring(dot + 1);
    Question question = Question.of(policy, product, profile, options.at(), surroundings);
    if (buy.isPresent()) {
      return price(question, product, name, buy.get());
    }
    mustBeQuota(policy.product(product).orElseThrow(), name);
    return call.isPresent()
        ? cost(question, product, name, call.get())
        : allotment(question, product, name);
  }

  private static void mustBeQuota(Product product, String name) {
    if (product.quota(name).isEmpty()) {
      List<String> known = product.quotas().stream().map(Quota::name).toList();
      throw new NotFound("quota", name, NearestName.of(name, known));
    }
  }

  private static Answer allotment(Question question, String product, String quota) {
    Explanation.OfQuota explained =
        question
            .decider()
            .explain(
                new ExplainRequest(
                    product, question.asker(), Optional.of(quota), Optional.of(question.at())))
            .quotas()
            .get(0);
    if (!explained.missing().isEmpty()) {
      throw new BadUsage(
          "it hangs on " + String.join(", ", explained.missing()),
          "say it with --fact or --signed-up");
    }
    List<Line> lines = new ArrayList<>();
    explained.parts().forEach(part -> add(part, lines));
    return new Answer(Figures.ofLimit(explained.limit()), lines);
  }

  /** A sum is the lines of its terms, where these have a place of their own. */
  private static void add(Explanation.Part part, List<Line> lines) {
    lines.add(new Line(part.text(), part.amount().map(Figures::of).orElse(""), part.at()));
    part.terms().stream()
        .filter(term -> !line(term.at()).equals(line(part.at())))
        .forEach(term -> add(term, lines));
  }

  private static Optional<String> line(Optional<Place> at) {
    return at.map(place -> place.file() + ":" + place.line());
  }

  private Answer cost(Question question, String product, String quota, String asked) {
    Quote quote =
        question.decider().quote(options.request(question, product, List.of(asked), Map.of()));
    List<Line> lines = new ArrayList<>();
    for (CostLine cost : quote.lines().get(0).costs()) {
      if (cost.quota().equals(quota)) {
        lines.add(new Line(cost.text(), Figures.of(cost.units()), cost.at()));
      }
    }
    return new Answer(
        Optional.ofNullable(quote.cost().get(quota)).map(Figures::of).orElse("not counted"), lines);
  }

  private Answer price(Question question, String product, String addOn, String amount) {
    BigDecimal number = Numbers.of("--buy", amount);
    Quote quote =
        question
            .decider()
            .quote(options.request(question, product, List.of(), Map.of(addOn, number)));
    Purchase.Line bought = quote.purchase().orElseThrow().lines().get(0);
    List<Line> lines =
        bought.slabs().stream()
            .map(slab -> new Line(slab.text(), MoneyText.of(slab.amount()), Optional.of(slab.at())))
            .toList();
    Optional<Money> perDay = bought.perDay();
    String value =
        perDay
            .map(money -> MoneyText.of(money) + " a day")
            .or(() -> bought.per30Days().map(money -> MoneyText.of(money) + " a month"))
            .orElse("no price");
    return new Answer(value, lines);
  }
}
