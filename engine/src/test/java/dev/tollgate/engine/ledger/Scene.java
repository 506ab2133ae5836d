package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Window.CalendarUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Random traffic of two accounts on counters of every form, while limits, zones and clocks change;
 * on one ledger at first, and after a restoration on two, of which everything is demanded alike.
 */
final class Scene {

  private static final LocalDate START = LocalDate.parse("2026-03-20");
  private static final List<String> ACCOUNTS = List.of("acme", "zylker");
  private static final List<ZoneId> ZONES =
      List.of(ZoneOffset.UTC, Terms.BERLIN, ZoneId.of("America/New_York"));

  private final Random random;
  private final int gapSeconds;
  private final Clocks clocks = new Clocks();
  private Notebook notebook = new Notebook();
  private InMemoryLedger<Granted, Settled> ledger = notebook.open(clocks);
  private final List<InMemoryLedger<Granted, Settled>> others = new ArrayList<>();
  private final List<CounterKey> keys = new ArrayList<>();
  private long limit = 40;
  private ZoneId zone = ZoneOffset.UTC;
  private int decisions;

  /** A wall clock that may be set. */
  private static final class Clocks implements Drift {
    private long steady = Instant.parse("2026-03-28T20:00:00Z").toEpochMilli();
    private long drift;

    @Override
    public long millisAt(long wallMillis) {
      return drift;
    }

    Instant wall() {
      return Instant.ofEpochMilli(steady + drift);
    }
  }

  /**
   * @param gapSeconds the mean time between two steps
   */
  Scene(Random random, int gapSeconds) {
    this.random = random;
    this.gapSeconds = gapSeconds;
    for (int form = 0; form < 7; form++) {
      for (String account : ACCOUNTS) {
        keys.add(new CounterKey("crm", "quota " + form, form == 6 ? "" : account, List.of()));
      }
    }
  }

  /** Restores another ledger, with an empty memory, from what was written down until now. */
  void restore() {
    others.add(notebook.copy().open(clocks));
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      clocks.steady += random.nextInt(2_000 * gapSeconds);
      step();
      if (!others.isEmpty()) {
        lookAtAll();
      }
    }
  }

  private void step() {
    int kind = random.nextInt(20);
    Instant at = clocks.wall();
    if (kind < 9) {
      take(at, kind == 0);
    } else if (kind < 11) {
      String decision = earlier();
      same(one -> one.cancel(decision, at, Function.identity()));
    } else if (kind < 14) {
      Settlement settlement = settlement(at);
      same(one -> one.commit(settlement, Function.identity()));
    } else if (kind == 14) {
      adjust(at);
    } else if (kind == 15) {
      limit = 20 + random.nextInt(40);
      zone = ZONES.get(random.nextInt(ZONES.size()));
    } else if (kind == 16) {
      clocks.drift += random.nextInt(600_000);
    } else {
      notebook.keep(ledger.image(anyKey()));
    }
  }

  private void take(Instant at, boolean repeated) {
    decisions++;
    String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    List<Draw> draws = draws(account);
    Optional<Instant> expires =
        random.nextInt(4) == 0
            ? Optional.of(at.plusSeconds(1 + random.nextInt(10 * gapSeconds)))
            : Optional.empty();
    RequestId request = new RequestId("r" + (repeated ? random.nextInt(decisions) : decisions), "");
    Take take = new Take("crm", account, "d" + decisions, at, Optional.of(request), draws, expires);
    same(one -> one.take(take, Function.identity()));
  }

  private Settlement settlement(Instant at) {
    String decision = earlier();
    List<Draw> draws =
        ledger
            .find(decision, at)
            .filter(known -> random.nextInt(3) > 0)
            .map(known -> draws(known.take().account()))
            .orElse(List.of());
    return new Settlement(decision, at, draws);
  }

  private void adjust(Instant at) {
    CounterKey key = anyKey();
    CounterTerms terms = terms(key);
    long units = random.nextInt(15) - 4;
    if (units != 0 && Form.of(terms.window()) != Form.IN_FLIGHT) {
      decisions++;
      Adjustment adjustment =
          new Adjustment(
              "a" + decisions, accountOf(key), key, terms, units, at, "goodwill", Optional.empty());
      same(one -> one.adjust(adjustment, Function.identity()));
    }
  }

  private void lookAtAll() {
    Instant at = clocks.wall().plusSeconds(random.nextInt(3) * random.nextInt(100_000));
    for (CounterKey key : keys) {
      CounterTerms terms = terms(key);
      long cost = random.nextInt(12);
      same(one -> one.look(key, terms, at));
      same(one -> one.room(key, terms, cost, at));
    }
  }

  private void same(Function<Ledger<Granted, Settled>, Object> question) {
    Object answer = question.apply(ledger);
    for (Ledger<Granted, Settled> other : others) {
      assertThat(question.apply(other)).isEqualTo(answer);
    }
  }

  private List<Draw> draws(String account) {
    List<Draw> draws = new ArrayList<>();
    for (CounterKey key : keys) {
      if ((key.shared() || key.account().equals(account)) && random.nextInt(3) > 0) {
        draws.add(new Draw(key, terms(key), random.nextInt(9)));
      }
    }
    return draws;
  }

  /** The window belongs to the quota; limit and zone are those of now. */
  private CounterTerms terms(CounterKey key) {
    CounterTerms terms =
        switch (key.quota()) {
          case "quota 0" -> Terms.rolling(Duration.ofMinutes(10), limit);
          case "quota 1" -> Terms.calendar(CalendarUnit.HOUR, zone, limit);
          case "quota 2" -> Terms.fromFirstCall(Duration.ofMinutes(7), limit);
          case "quota 3" -> Terms.everyFrom(1, START, zone, limit);
          case "quota 4" -> Terms.bucket(limit, 7, Duration.ofSeconds(60));
          case "quota 5" -> Terms.inFlight(Duration.ofMinutes(3), limit);
          default -> Terms.rolling(Duration.ofHours(30), 2 * limit);
        };
    CounterTerms warning = Terms.warningAt(List.of(limit / 2, limit), terms);
    return key.shared() ? warning : Terms.billedBeyond(limit / 3, warning);
  }

  private String earlier() {
    return "d" + (decisions - random.nextInt(Math.min(40, decisions + 1)));
  }

  private CounterKey anyKey() {
    return keys.get(random.nextInt(keys.size()));
  }

  private static String accountOf(CounterKey key) {
    return key.shared() ? ACCOUNTS.get(0) : key.account();
  }
}
