package dev.tollgate.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.Commit;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.policy.Policy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A day's statement is the sum of the charges that were answered, whatever happened: calls, holds,
 * settlements, cancels and adjustments in any order, over several days, with prices that change in
 * between.
 */
class StatementAddsUpTest {

  private static final List<Policy> POLICIES =
      Stream.of(
              "USD per 1 {\n" + Till.SLABS + "\n}",
              "USD per 1_000 {\nfirst 10 free\nbeyond at 1.23457\n}",
              "USD per 1 volume {\nfirst 20 at 0.31\nbeyond at 0.07\n}",
              "USD per 1 {\nfirst 30 at 0.02\nbeyond at 0.5\n}")
          .map(Till::priced)
          .toList();

  private static final int CALLS_HOLDS_AND_CANCELS = 5;
  private static final int EVERYTHING = 7;

  /** What happened, told by its answers alone. */
  private static final class Traffic {
    private final Till till = new Till(POLICIES.get(0));
    private final Random random;
    private final boolean pricesChange;
    private final int kinds;
    private final List<String> open = new ArrayList<>();
    private final TreeMap<LocalDate, Money> charged = new TreeMap<>();

    Traffic(long seed, boolean pricesChange) {
      this(seed, pricesChange, EVERYTHING);
    }

    Traffic(long seed, boolean pricesChange, int kinds) {
      this.random = new Random(seed);
      this.pricesChange = pricesChange;
      this.kinds = kinds;
      till.changes.putAddOn("p", "acme", "extra", StatedHolding.used(100_000));
      for (int i = 0; i < 60; i++) {
        till.clock.pass(Duration.ofMinutes(random.nextInt(300)));
        step();
      }
    }

    private void step() {
      if (pricesChange && random.nextInt(40) == 0) {
        till.replace(POLICIES.get(random.nextInt(POLICIES.size())));
      }
      switch (random.nextInt(kinds)) {
        case 0, 1, 2 -> decided(till.consume(1 + random.nextInt(60)));
        case 3 -> {
          BigDecimal estimate = BigDecimal.valueOf(random.nextInt(80));
          decided(till.decider.reserve(till.work(1), Map.of("credits", estimate), 3_600));
        }
        case 6 -> adjust(random.nextInt(60) - 30);
        case 4 -> end(id -> till.decider.cancel(id).charge());
        default ->
            end(
                id -> {
                  BigDecimal cost = BigDecimal.valueOf(random.nextInt(90));
                  return till.decider
                      .commit(id, new Commit.WithCost(Map.of("credits", cost)))
                      .charge();
                });
      }
    }

    private void adjust(long credits) {
      try {
        till.adjust(credits).charge().ifPresent(this::add);
      } catch (InvalidRequest nothingOrTooMuch) {
        assertThat(nothingOrTooMuch.problems()).extracting(Problem::pointer).contains("/amount");
      }
    }

    private void decided(Decision decision) {
      decision.charge().ifPresent(this::add);
      if (decision.allowed()) {
        open.add(decision.decisionId().orElseThrow());
      }
    }

    private void end(Function<String, Optional<Charge>> how) {
      if (!open.isEmpty()) {
        how.apply(open.remove(random.nextInt(open.size()))).ifPresent(this::add);
      }
    }

    private void add(Charge charge) {
      Money lines = Money.zero("USD");
      for (Charge.Line line : charge.lines()) {
        charged.merge(line.day(), line.amount(), Money::plus);
        lines = lines.plus(line.amount());
        Money slabs = Money.zero("USD");
        BigDecimal units = BigDecimal.ZERO;
        for (var slab : line.slabs()) {
          slabs = slabs.plus(slab.amount());
          units = units.add(slab.units());
        }
        assertThat(slabs).isEqualTo(line.amount());
        assertThat(units).isEqualByComparingTo(line.units());
      }
      assertThat(lines).isEqualTo(charge.amount());
    }

    private Money chargedBetween(LocalDate from, LocalDate to) {
      return charged.subMap(from, true, to, true).values().stream()
          .reduce(Money.zero("USD"), Money::plus);
    }
  }

  private static Money total(Statement statement) {
    return statement.totals().stream().reduce(Money.zero("USD"), Money::plus);
  }

  @Property(tries = 60)
  void toTheSumOfItsDecisionsOnAnyCutOfTheCalendar(@ForAll long seed) {
    Traffic traffic = new Traffic(seed, true);
    LocalDate first = LocalDate.parse("2026-01-01");
    LocalDate last = LocalDate.ofInstant(traffic.till.clock.instant(), ZoneOffset.UTC);

    for (LocalDate cut = first; !cut.isAfter(last); cut = cut.plusDays(1)) {
      Statement until = traffic.till.statement(first.toString(), cut.toString());
      Statement day = traffic.till.statement(cut.toString(), cut.toString());
      assertThat(total(until)).isEqualTo(traffic.chargedBetween(first, cut));
      assertThat(total(day)).isEqualTo(traffic.chargedBetween(cut, cut));
      AccountBook.Used used =
          traffic.till.book.usage(
              "p", "acme", Till.days(cut.toString(), cut.toString()), List.of("call", "app"));
      Money byCalls =
          used.rows().stream()
              .flatMap(row -> row.money().stream())
              .reduce(Money.zero("USD"), Money::plus);
      assertThat(byCalls).isEqualTo(total(day));
    }
  }

  /** Whatever has become of the prices, what is taken off again was never owed. */
  @Property(tries = 60)
  void toNothingOnceEverythingIsCancelled(@ForAll long seed) {
    Traffic traffic = new Traffic(seed, true, CALLS_HOLDS_AND_CANCELS);
    while (!traffic.open.isEmpty()) {
      traffic.end(id -> traffic.till.decider.cancel(id).charge());
    }
    assertThat(traffic.charged.values()).containsOnly(Money.zero("USD"));
    assertThat(total(traffic.till.statement("2026-01-01", "2026-02-28")))
        .isEqualTo(Money.zero("USD"));
  }

  /** As long as the price stays, a day costs what all its billed units cost at once. */
  @Property(tries = 60)
  void toTheSlabPriceOfItsBilledUnits(@ForAll long seed) {
    Traffic traffic = new Traffic(seed, false);
    for (Statement.Day day : traffic.till.statement("2026-01-01", "2026-02-28").days()) {
      BigDecimal units =
          day.lines().stream()
              .map(line -> line.slab().units())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal first = units.min(BigDecimal.TEN);
      BigDecimal next = units.subtract(first).min(BigDecimal.valueOf(40));
      BigDecimal beyond = units.subtract(first).subtract(next);
      BigDecimal price =
          first
              .multiply(new BigDecimal("0.5"))
              .add(next.multiply(new BigDecimal("0.3")))
              .add(beyond.multiply(new BigDecimal("0.2")));
      assertThat(day.totals()).containsExactly(new Money(price, "USD"));
    }
  }
}
