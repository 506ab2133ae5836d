package dev.tollgate.engine.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random accounts and calls for the product of {@link RandomPolicy}. */
final class RandomTraffic {

  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(24));

  private final Random random;
  private final List<Instant> moments = new ArrayList<>();
  private final Duration pace;

  RandomTraffic(Random random, LocalDate turn) {
    this.random = random;
    this.pace = LENGTHS.get(random.nextInt(LENGTHS.size()));
    Instant midnight = turn.atStartOfDay(ZoneId.of("UTC")).toInstant();
    moments.add(midnight.minus(pace.multipliedBy(2 + random.nextInt(10))));
  }

  /**
   * @param sells whether the policy has an add-on that could be held
   */
  ReferenceAccount account(String id, boolean sells) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("paid", random.nextBoolean());
    facts.put("region", pick("eu", "us", "asia"));
    facts.put("old", BigDecimal.valueOf(random.nextInt(60)));
    facts.put("old_credits", BigDecimal.valueOf(random.nextInt(60)));
    facts.put("old_rows", BigDecimal.valueOf(random.nextInt(600), 1));
    boolean holds = sells && random.nextBoolean();
    boolean billsUse = random.nextBoolean();
    Map<String, BigDecimal> held =
        holds ? Map.of("extra", BigDecimal.valueOf(1 + random.nextInt(30))) : Map.of();
    return new ReferenceAccount(
        id,
        RandomPolicy.EDITIONS.get(random.nextInt(RandomPolicy.EDITIONS.size())),
        Map.of("user", (long) random.nextInt(12), "agent", (long) random.nextInt(6)),
        facts,
        LocalDate.of(2026, 1, 1 + random.nextInt(30)),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(ZoneId.of(pick("Europe/Berlin", "America/New_York", "Asia/Kolkata"))),
        billsUse ? Map.of() : held,
        billsUse ? held : Map.of());
  }

  /** The next moment, at or after the last: often exactly when something earlier comes back. */
  Instant next() {
    Instant last = moments.get(moments.size() - 1);
    Instant next =
        switch (random.nextInt(5)) {
          case 0 -> last;
          case 1 ->
              moments
                  .get(random.nextInt(moments.size()))
                  .plus(LENGTHS.get(random.nextInt(LENGTHS.size())))
                  .plusMillis(random.nextInt(3) - 1);
          default -> last.plusMillis(1 + (long) (random.nextDouble() * pace.toMillis()));
        };
    moments.add(next.isBefore(last) ? last : next);
    return moments.get(moments.size() - 1);
  }

  ReferenceCall call(boolean open) {
    String name = pick("items.read", "items.list", "items.write", "mixes.run", "other.thing");
    if (name.equals("other.thing") && !open) {
      name = "items.read";
    }
    Map<String, Object> params = new HashMap<>();
    if (name.equals("items.list")) {
      params.put("offset", BigDecimal.valueOf(random.nextInt(1_001)));
      if (random.nextBoolean()) {
        params.put("cvid", "4150868");
      }
    } else if (name.equals("items.write")) {
      params.put("records", BigDecimal.valueOf(1 + random.nextInt(30)));
    } else if (name.equals("mixes.run")) {
      params.put("records", BigDecimal.valueOf(1 + random.nextInt(50)));
      params.put("mode", pick("fast", "slow"));
    }
    return new ReferenceCall(
        name, params, Map.of("app", pick("erp", "zapier")), pick("api", "ui", "mobile"));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
