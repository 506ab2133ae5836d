package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds usage up, for each quota by what is asked for. For one thread. */
public final class UsageReport {

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::quota)
          .thenComparing(Row::unit)
          .thenComparing(
              row ->
                  row.by().values().stream()
                      .map(value -> value.orElse(""))
                      .collect(Collectors.joining("\u0000")));

  private final List<UsageBy> by;
  private final Map<List<Object>, Row> rows = new LinkedHashMap<>();

  /**
   * @param by what each row is about, beside its quota; may be empty
   */
  UsageReport(List<UsageBy> by) {
    this.by = List.copyOf(by);
  }

  /**
   * What one sort of calls used of one quota.
   *
   * @param by the values it is about, by name; empty where the calls have none
   * @param calls how many
   * @param included units inside the included allotment
   * @param billed units beyond it
   * @param money what the billed units cost, one for each currency
   */
  public record Row(
      String quota,
      String unit,
      Map<String, Optional<String>> by,
      long calls,
      BigDecimal included,
      BigDecimal billed,
      List<Money> money) {

    public Row {
      by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
      money = List.copyOf(money);
    }

    /** All units. */
    public BigDecimal units() {
      return included.add(billed);
    }

    private Row plus(Row more) {
      Map<String, Money> sums = new TreeMap<>();
      money.forEach(one -> sums.put(one.currency(), one));
      more.money.forEach(one -> sums.merge(one.currency(), one, Money::plus));
      return new Row(
          quota,
          unit,
          by,
          Math.addExact(calls, more.calls),
          included.add(more.included),
          billed.add(more.billed),
          List.copyOf(sums.values()));
    }
  }

  void add(Usage usage) {
    Usage.Key key = usage.key();
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    by.forEach(one -> values.put(one.name(), one.of(key)));
    List<Money> money =
        key.currency().stream().map(currency -> new Money(usage.money(), currency)).toList();
    Row row =
        new Row(
            key.quota(),
            key.unit(),
            values,
            usage.calls(),
            usage.included(),
            usage.billed(),
            money);
    rows.merge(List.of(key.quota(), key.unit(), values), row, Row::plus);
  }

  /** By quota and unit, then by the values. */
  List<Row> rows() {
    List<Row> sorted = new ArrayList<>(rows.values());
    sorted.sort(ORDER);
    return sorted;
  }
}
