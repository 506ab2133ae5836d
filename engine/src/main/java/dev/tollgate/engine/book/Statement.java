package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The money of an account day by day. Amounts are exact; what is to pay is rounded once, in all.
 *
 * @param from first day, in the account's zone
 * @param to last day, included
 * @param days those with lines, ascending
 * @param totals exact, one for each currency
 */
public record Statement(LocalDate from, LocalDate to, List<Day> days, List<Money> totals) {

  /** How {@link #toPay} is rounded, in words. */
  public static final String ROUNDING = "once, on the total, half up to the currency's minor unit";

  private static final Comparator<BilledLine> ORDER =
      Comparator.comparing(BilledLine::mode)
          .thenComparing(BilledLine::addOn)
          .thenComparing(line -> line.quota().orElse(""))
          .thenComparing(BilledLine::policy)
          .thenComparing(line -> line.slab().at())
          .thenComparing(line -> line.slab().units().negate());

  public Statement {
    days = List.copyOf(days);
    totals = List.copyOf(totals);
  }

  /**
   * One day.
   *
   * @param lines at least one; they add up to the totals
   * @param totals exact, one for each currency
   */
  public record Day(LocalDate day, List<BilledLine> lines, List<Money> totals) {
    public Day {
      lines = List.copyOf(lines);
      totals = List.copyOf(totals);
    }
  }

  /** Lays out the lines of these days. */
  static Statement of(LocalDate from, LocalDate to, Collection<BilledLine> lines) {
    TreeMap<LocalDate, List<BilledLine>> byDay = new TreeMap<>();
    for (BilledLine line : lines) {
      byDay.computeIfAbsent(line.day(), day -> new ArrayList<>()).add(line);
    }
    List<Day> days = new ArrayList<>();
    byDay.forEach(
        (day, all) -> {
          all.sort(ORDER);
          days.add(new Day(day, all, totals(all)));
        });
    return new Statement(from, to, days, totals(lines));
  }

  /** The totals, rounded as {@link #ROUNDING} says. */
  public List<Money> toPay() {
    return totals.stream().map(Money::rounded).toList();
  }

  private static List<Money> totals(Collection<BilledLine> lines) {
    Map<String, Money> totals = new TreeMap<>();
    for (BilledLine line : lines) {
      totals.merge(line.slab().amount().currency(), line.slab().amount(), Money::plus);
    }
    return List.copyOf(totals.values());
  }
}
