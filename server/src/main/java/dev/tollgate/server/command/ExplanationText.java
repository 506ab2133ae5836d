package dev.tollgate.server.command;

import dev.tollgate.engine.decide.Assumed;
import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.server.command.Table.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An explanation for people: the allotment first, then the lines that make it up. */
final class ExplanationText {

  private static final String INDENT = "  ";

  private ExplanationText() {}

  /**
   * @param whom the account in words; see {@link Whom}
   */
  static String of(Explanation explanation, String whom) {
    StringBuilder text = new StringBuilder();
    text.append(explanation.product()).append(", ").append(whom);
    text.append(", as of ").append(explanation.at()).append('\n');
    explanation.quotas().forEach(quota -> text.append('\n').append(quota(quota)));
    explanation.addOns().forEach(addOn -> text.append('\n').append(addOn(addOn)));
    return text.toString();
  }

  /** Facts that nobody stated; each stands on a line of its own. */
  static String assumed(List<Assumed> assumed) {
    return assumed.stream()
        .map(fact -> "assumed, because not stated: " + fact.fact() + " is " + fact.value() + "\n")
        .collect(Collectors.joining());
  }

  private static String quota(Explanation.OfQuota quota) {
    StringBuilder text = new StringBuilder(titled(quota.quota(), quota.title()));
    if (!quota.missing().isEmpty()) {
      return text.append("cannot be said without ")
          .append(String.join(", ", quota.missing()))
          .append('\n')
          .toString();
    }
    text.append(Figures.ofLimit(quota.limit()))
        .append(quota.limit().isPresent() ? " " + quota.unit() : "")
        .append(", ")
        .append(quota.window())
        .append(", per ")
        .append(quota.per())
        .append('\n');
    if (!quota.included().equals(quota.limit())) {
      text.append(INDENT)
          .append("included ")
          .append(Figures.ofLimit(quota.included()))
          .append(", the rest by add-ons\n");
    }
    Table parts = new Table(INDENT, List.of(Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT));
    for (Explanation.Part part : quota.parts()) {
      parts.row(part.kind(), part.text(), part.amount().map(Figures::of).orElse(""), at(part.at()));
    }
    text.append(parts.text());
    quota
        .until()
        .ifPresent(end -> text.append(INDENT).append("may change at ").append(end).append('\n'));
    if (!quota.costs().isEmpty()) {
      text.append('\n').append(lines(quota.costs()));
    }
    return text.toString();
  }

  /** What has no title of its own is called by its name. */
  private static String titled(String name, String title) {
    return title.equals(name) ? name + ": " : name + " \"" + title + "\": ";
  }

  private static String addOn(Explanation.OfAddOn addOn) {
    StringBuilder text = new StringBuilder(titled(addOn.addOn(), addOn.title()));
    addOn.held().ifPresent(held -> text.append(held(held.mode(), held.amount())).append(", "));
    text.append(addOn.most().map(most -> "at most " + Figures.of(most)).orElse("any amount"));
    addOn
        .perDay()
        .ifPresent(money -> text.append(", ").append(MoneyText.of(money)).append(" a day"));
    return text.append('\n').append(lines(addOn.price())).toString();
  }

  private static String held(Holding.Mode mode, java.math.BigDecimal amount) {
    String number = Figures.of(amount);
    return mode == Holding.Mode.BOUGHT
        ? number + " bought"
        : "pays for what is used up to " + number;
  }

  private static String lines(List<Because> lines) {
    Table table = new Table(INDENT, List.of(Side.LEFT, Side.LEFT));
    lines.forEach(line -> table.row(line.text(), at(line.at())));
    return table.text();
  }

  static String at(Optional<Place> place) {
    return place.map(Place::toString).orElse("");
  }
}
