package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.Denied;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.decide.Purchase;
import dev.tollgate.engine.decide.QuotaState;
import dev.tollgate.engine.policy.Lines;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.grammar.tree.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what an answer that a test did not expect rests on, and what nearly came into it: whatever
 * line is wrong should be among these.
 */
final class Receipts {

  private final TestAccount account;
  private final Function<Place, String> clauses;
  private final Lines lines;

  /**
   * @param clauses the author's line at a place
   * @param lines where lines of clauses are written
   */
  Receipts(TestAccount account, Function<Place, String> clauses, Lines lines) {
    this.account = account;
    this.clauses = clauses;
    this.lines = lines;
  }

  /** Where to look for why a step was refused. */
  List<Reason> refused(List<Because> asked) {
    Reasons reasons = new Reasons(clauses);
    asked.forEach(reasons::add);
    return reasons.all();
  }

  /**
   * Prices of the call, its counters, the account's allotments, and what does not apply to it.
   *
   * @param expected all that is expected of the step
   * @param asked lines that say whether the step can be asked for
   */
  List<Reason> of(Finding finding, List<Expectation> expected, List<Because> asked) {
    Reasons reasons = new Reasons(clauses);
    Expected about = new Expected(finding, new QuotaChoice(account.product()), expected);
    finding.lines().forEach(reasons::add);
    if (about.refused()) {
      asked.forEach(reasons::add);
    }
    Explanation explanation = account.explanation();
    priced(finding, about, explanation).forEach(reasons::add);
    counters(finding, about).forEach(reasons::add);
    explanation.quotas().forEach(quota -> quota.parts().forEach(reasons::add));
    account.applying(finding.request()).forEach(reasons::add);
    return reasons.all();
  }

  private List<Because> priced(Finding finding, Expected about, Explanation explanation) {
    List<Because> found = new ArrayList<>();
    for (Explanation.OfAddOn addOn : explanation.addOns()) {
      boolean bought =
          finding.purchase().stream()
              .flatMap(purchase -> purchase.lines().stream())
              .map(Purchase.Line::addOn)
              .anyMatch(addOn.addOn()::equals);
      boolean billed =
          finding.charges().stream()
              .flatMap(charge -> charge.lines().stream())
              .map(Charge.Line::addOn)
              .anyMatch(addOn.addOn()::equals);
      if (bought || (billed && about.charged())) {
        line(addOn.at(), "price", "sets the price of " + addOn.addOn()).ifPresent(found::add);
      }
      if (billed && about.charged()) {
        found.addAll(addOn.price());
      }
      if (about.most()) {
        String most = addOn.most().map(Wording::number).orElse("any number") + " at most";
        line(addOn.at(), "most", most).ifPresent(found::add);
        line(addOn.at(), "for", "says who may hold " + addOn.addOn()).ifPresent(found::add);
      }
    }
    return found;
  }

  /** How the counters stand that the expectations are about, at the lines that make them so. */
  private List<Because> counters(Finding finding, Expected about) {
    List<Because> found = new ArrayList<>();
    Figures figures = new Figures(account, finding);
    for (Quota quota : account.product().quotas()) {
      boolean denies = finding.denied().map(Denied::quota).filter(quota.name()::equals).isPresent();
      boolean judged =
          about.judged() && finding.denied().isEmpty() && counts(finding, quota.name());
      if (denies || judged || about.counters().contains(quota.name())) {
        QuotaState state = figures.state(quota.name());
        line(quota.place(), "window", standing(state)).ifPresent(found::add);
        line(quota.place(), "per", counter(state)).ifPresent(found::add);
      }
      if (about.thresholds()) {
        line(quota.place(), "warn", "the levels of " + quota.name()).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean counts(Finding finding, String quota) {
    return finding.quotas().stream().anyMatch(state -> state.quota().equals(quota));
  }

  private static String standing(QuotaState state) {
    String used = state.used().map(Wording::number).orElse("0") + " " + state.unit() + " used";
    return state
        .nextReturn()
        .map(
            next ->
                used
                    + ", "
                    + Wording.number(next.amount())
                    + " back at "
                    + Wording.moment(next.at()))
        .orElse(used);
  }

  private static String counter(QuotaState state) {
    StringBuilder text = new StringBuilder("the counter of this account");
    state
        .keys()
        .forEach((key, value) -> text.append(", ").append(key).append(" \"" + value + "\""));
    return text.toString();
  }

  /** Something about a line that begins with a word; nothing where the clause has no such line. */
  private Optional<Because> line(Place clause, String word, String text) {
    return Optional.of(lines.of(clause, word))
        .filter(place -> !place.equals(clause))
        .map(place -> new Because(text, Optional.of(place)));
  }
}
