package dev.tollgate.server.command;

import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.CostLine;
import dev.tollgate.engine.decide.Denied;
import dev.tollgate.engine.decide.Purchase;
import dev.tollgate.engine.decide.QuotaState;
import dev.tollgate.engine.decide.Quote;
import dev.tollgate.engine.decide.QuoteRequest;
import dev.tollgate.engine.decide.Retry;
import dev.tollgate.engine.decide.SlabLine;
import dev.tollgate.server.command.Table.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A quote for people: what the calls consume, whether that fits, and what a purchase costs. */
final class QuoteText {

  private static final String INDENT = "  ";

  private final QuoteRequest request;
  private final Quote quote;

  private QuoteText(QuoteRequest request, Quote quote) {
    this.request = request;
    this.quote = quote;
  }

  /**
   * @param whom the account in words; see {@link Whom}
   */
  static String of(QuoteRequest request, Quote quote, String whom) {
    QuoteText text = new QuoteText(request, quote);
    List<String> parts = new ArrayList<>();
    parts.add(request.product() + ", " + whom + ", as of " + quote.at() + "\n");
    if (!quote.lines().isEmpty()) {
      parts.add(text.calls());
      parts.add(text.arithmetic());
      parts.add(text.room());
    }
    quote.purchase().ifPresent(purchase -> parts.add(purchase(purchase)));
    parts.add(ExplanationText.assumed(quote.assumed()));
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
  }

  private String calls() {
    List<String> quotas = List.copyOf(quote.cost().keySet());
    List<Side> sides = new ArrayList<>(List.of(Side.LEFT, Side.RIGHT));
    quotas.forEach(quota -> sides.add(Side.RIGHT));
    Table table = new Table(INDENT, sides);
    List<String> header = new ArrayList<>(List.of("call", "times"));
    header.addAll(quotas);
    table.row(header);
    for (int i = 0; i < quote.lines().size(); i++) {
      Quote.Line line = quote.lines().get(i);
      String call = call(request.lines().get(i).call());
      table.row(row(call, Figures.of(line.times()), quotas, line.cost()));
    }
    if (quote.lines().size() > 1) {
      table.row(row("together", "", quotas, quote.cost()));
    }
    return table.text();
  }

  private static List<String> row(
      String first, String second, List<String> quotas, Map<String, BigDecimal> cost) {
    List<String> cells = new ArrayList<>(List.of(first, second));
    for (String quota : quotas) {
      cells.add(Optional.ofNullable(cost.get(quota)).map(Figures::of).orElse("–"));
    }
    return cells;
  }

  private static String call(AskedCall call) {
    return call.params().entrySet().stream()
        .map(param -> " " + param.getKey() + " " + param.getValue())
        .collect(Collectors.joining("", call.name(), ""));
  }

  private String arithmetic() {
    Table table = new Table(INDENT, List.of(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT));
    for (Quote.Line line : quote.lines()) {
      for (CostLine cost : line.costs()) {
        table.row(cost.call(), cost.quota(), why(cost), ExplanationText.at(cost.at()));
      }
    }
    return table.text();
  }

  /** The author's own line says more than a bare number. */
  private static String why(CostLine cost) {
    boolean isBare = cost.arithmetic().equals(cost.units().toPlainString());
    return isBare && !cost.text().isEmpty() ? cost.text() : cost.arithmetic();
  }

  private String room() {
    StringBuilder text =
        new StringBuilder(quote.denied().map(QuoteText::denied).orElse("fits now\n"));
    Table left = new Table(INDENT, List.of(Side.LEFT, Side.LEFT));
    quote.quotas().stream()
        .filter(QuotaState::counted)
        .forEach(state -> left.row(state.quota(), left(state)));
    text.append(left.text());
    quote.charge().ifPresent(charge -> text.append(charge(charge)));
    quote.ways().forEach(way -> text.append("cheaper: ").append(WayText.of(way)).append('\n'));
    return text.toString();
  }

  private static String left(QuotaState state) {
    return state
        .remaining()
        .map(left -> Figures.of(left) + " of " + Figures.ofLimit(state.limit()) + " left")
        .orElse("no limit");
  }

  private static String denied(Denied denied) {
    String missing = Figures.of(denied.shortBy());
    StringBuilder text = new StringBuilder();
    if (denied.retry() instanceof Retry.At known) {
      text.append(
          "does not fit now: %s short in %s, fits from %s%n"
              .formatted(missing, denied.quota(), known.at()));
    } else if (denied.retry() instanceof Retry.Never) {
      text.append("never fits: %s more than %s gives%n".formatted(missing, denied.quota()));
    } else {
      text.append(
          "does not fit now: %s short in %s, fits when calls in flight end%n"
              .formatted(missing, denied.quota()));
    }
    denied.ways().forEach(way -> text.append(INDENT).append(WayText.of(way)).append('\n'));
    return text.toString();
  }

  private static String charge(Charge charge) {
    Table table = new Table(INDENT, List.of(Side.LEFT, Side.RIGHT, Side.RIGHT));
    for (Charge.Line line : charge.lines()) {
      table.row(line.addOn(), Figures.of(line.units()), MoneyText.of(line.amount()));
    }
    return "billed today: " + MoneyText.of(charge.amount()) + "\n" + table.text();
  }

  private static String purchase(Purchase purchase) {
    Table table =
        new Table(INDENT, List.of(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT));
    for (Purchase.Line line : purchase.lines()) {
      table.row(line.addOn(), Figures.of(line.amount()));
      for (SlabLine slab : line.slabs()) {
        table.row(
            INDENT + slab.text(),
            Figures.of(slab.units()),
            "× " + slab.each().toPlainString(),
            MoneyText.of(slab.amount()),
            slab.at().toString());
      }
    }
    purchase.perDay().ifPresent(money -> table.row("a day", "", "", MoneyText.of(money)));
    purchase.per30Days().ifPresent(money -> table.row("30 days", "", "", MoneyText.of(money)));
    return "to buy\n" + table.text();
  }
}
