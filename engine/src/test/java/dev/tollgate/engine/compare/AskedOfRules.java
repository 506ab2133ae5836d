package dev.tollgate.engine.compare;

import static dev.tollgate.engine.compare.Population.below;
import static dev.tollgate.engine.compare.Population.words;

import dev.tollgate.engine.compare.BothPolicies.Asked;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Who is asked about in one of the products of this project.
 *
 * @param customer the account with a contract
 * @param moments around which terms are others
 * @param days days of signing up, on the two sides of those that conditions name
 * @param numbers what there may be any number of
 */
record AskedOfRules(
    String name,
    String customer,
    List<Instant> moments,
    List<String> days,
    List<Attribute> numbers,
    long lastGiven) {

  private static final Attribute USER = Attribute.seat("user");
  private static final Attribute AGENT = Attribute.seat("agent");
  private static final Attribute OLD_LIMIT = Attribute.fact("old_daily_limit", true);
  private static final Attribute EXTRA = AllotmentTerms.held("extra_credits");
  private static final Attribute RECORDS = Attribute.parameter("records", true);

  /** Up to which number every number is looked at. */
  private static final Map<Attribute, Long> FAR =
      Map.of(USER, 1_300L, AGENT, 300L, OLD_LIMIT, 7_000L, EXTRA, 300_000L, RECORDS, 100L);

  static final List<AskedOfRules> ALL =
      List.of(
          new AskedOfRules(
              "crm",
              "globex",
              moments("2025-12-31T23:59:59.999Z", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"),
              List.of("2025-12-31", "2026-01-01"),
              List.of(USER),
              500),
          new AskedOfRules(
              "desk",
              "initech",
              moments("2025-10-07T23:59:59.999Z", "2025-10-08T00:00:00Z", "2026-03-01T00:00:00Z"),
              List.of("2025-10-29", "2025-10-30", "2025-11-14", "2025-11-15"),
              List.of(AGENT, OLD_LIMIT),
              10_100));

  /** One account with every number of one thing. */
  record Sweep(Asked somebody, Attribute number, long first, long last) {}

  private static List<Instant> moments(String... moments) {
    return Stream.of(moments).map(Instant::parse).toList();
  }

  /**
   * How much of a claim is looked at.
   *
   * @param whole otherwise some of it
   */
  static ClaimsOfDifference.Effort effort(boolean whole) {
    return whole
        ? new ClaimsOfDifference.Effort(Integer.MAX_VALUE, AskedOfRules::far, 100)
        : new ClaimsOfDifference.Effort(1, number -> Math.min(far(number), 1_300), 6);
  }

  private static long far(Attribute number) {
    return FAR.getOrDefault(number, 600L);
  }

  Population population(Product product, Random random) {
    Population population =
        new Population(product, moments, random)
            .state(Attribute.SIGNED_UP, some -> day(days.get(some.nextInt(days.size()))))
            .mayGive(RECORDS, below(101))
            .mayGive(Attribute.parameter("offset", true), below(110_000))
            .mayGive(Attribute.parameter("cvid", false), words("1"))
            .mayGive(Attribute.parameter("sort", false), words("name"))
            .mayGive(Attribute.CHANNEL, words("api", "ui", "mobile"));
    return name.equals("crm")
        ? population
            .state(USER, below(3_000))
            .state(EXTRA, some -> Value.number(some.nextInt(3) * 45_000L))
            .mayState(Attribute.fact("region", false), words("eu", "us"))
        : population
            .state(AGENT, below(300))
            .state(AllotmentTerms.held("additional_credits"), below(3_000))
            .mayState(Attribute.fact("paid", false), words("yes", "no"))
            .mayState(OLD_LIMIT, below(300_000));
  }

  private static Value day(String day) {
    return Value.number(LocalDate.parse(day).toEpochDay());
  }

  /** Accounts of all kinds that conditions tell apart, with every number. */
  List<Sweep> sweeps(Product product) {
    List<Sweep> sweeps = new ArrayList<>();
    for (Product.Edition edition : product.editions()) {
      for (Instant at : moments) {
        for (String day : days) {
          for (String word : name.equals("crm") ? List.of("eu", "us") : List.of("yes", "no")) {
            for (Optional<String> account :
                List.of(Optional.<String>empty(), Optional.of(customer))) {
              Map<Attribute, Value> values = new HashMap<>();
              values.put(Attribute.SIGNED_UP, day(day));
              values.put(
                  Attribute.fact(name.equals("crm") ? "region" : "paid", false), Value.word(word));
              Asked somebody = new Asked(account, edition.name(), "", values, at, List.of());
              sweeps.addAll(name.equals("crm") ? ofUsers(somebody) : ofAgents(somebody));
            }
          }
        }
      }
    }
    return sweeps;
  }

  private static List<Sweep> ofUsers(Asked somebody) {
    return List.of(new Sweep(somebody, USER, 0, somebody.account().isPresent() ? 100 : 1_300));
  }

  private List<Sweep> ofAgents(Asked somebody) {
    List<Sweep> sweeps = new ArrayList<>();
    for (long limit : List.of(0L, 4_500L, 80_000L, 130_000L)) {
      sweeps.add(new Sweep(somebody.with(Map.of(OLD_LIMIT, limit)), AGENT, 0, 60));
    }
    if (somebody.edition().equals("free") && somebody.account().isEmpty()) {
      sweeps.add(new Sweep(somebody, OLD_LIMIT, 0, 6_000));
    }
    return sweeps;
  }
}
