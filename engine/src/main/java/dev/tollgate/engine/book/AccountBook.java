package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Problems;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.policy.Product;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers what an account used and what it has to pay. Days are calendar days in the account's
 * zone, both ends of a range included; without one it is the last 30 days, today included. Safe for
 * use by many threads.
 *
 * <p>A request that is wrong throws {@link dev.tollgate.engine.decide.InvalidRequest}, with
 * pointers below {@code /query}; one about an unknown product or account {@link
 * dev.tollgate.engine.decide.NotFound}.
 */
public final class AccountBook {

  /** Days of the longest range: more than a year. */
  public static final int MOST_DAYS = 400;

  /** Days for which usage and events are kept: the longest range, and the one before it. */
  public static final int KEPT_DAYS = 2 * MOST_DAYS;

  private static final int USUAL_DAYS = 30;

  private final PolicyInForce policy;
  private final AccountChanges accounts;
  private final Records records;
  private final InstantSource clock;

  public AccountBook(
      PolicyInForce policy, AccountChanges accounts, Records records, InstantSource clock) {
    this.policy = policy;
    this.accounts = accounts;
    this.records = records;
    this.clock = clock;
  }

  /** First and last day that are asked for. */
  public record Days(Optional<LocalDate> from, Optional<LocalDate> to) {}

  /** What was used in some days. */
  public record Used(LocalDate from, LocalDate to, List<UsageReport.Row> rows) {
    public Used {
      rows = List.copyOf(rows);
    }
  }

  /**
   * What an account used.
   *
   * @param by {@code call}, {@code day}, {@code quota} or keys that the product declares; usage is
   *     always told by quota
   */
  public Used usage(String product, String id, Days days, List<String> by) {
    Asked asked = ask(product, id, days);
    LocalDate kept = asked.today().minusDays(KEPT_DAYS);
    if (asked.from().isBefore(kept)) {
      asked
          .problems()
          .add(
              "/query/from", "not-kept", "usage is kept for " + KEPT_DAYS + " days: since " + kept);
    }
    List<String> known = UsageBy.of(asked.product());
    List<UsageBy> asksFor = new ArrayList<>();
    for (String name : by) {
      UsageBy one = new UsageBy(name);
      if (!known.contains(name)) {
        asked.problems().unknown("/query/by", "key", name, product, known);
      } else if (asksFor.contains(one)) {
        asked.problems().add("/query/by", "stated-twice", "`" + name + "` stands twice in `by`");
      }
      asksFor.add(one);
    }
    asked.problems().throwIfAny();
    UsageReport report = new UsageReport(asksFor.stream().filter(UsageBy::asksForMore).toList());
    records.usage(product, id, asked.from(), asked.to(), report::add);
    return new Used(asked.from(), asked.to(), report.rows());
  }

  /** What an account has to pay, for use and for what it has bought. */
  public Statement statement(String product, String id, Days days) {
    Asked asked = ask(product, id, days);
    asked.problems().throwIfAny();
    List<BilledLine> lines = new ArrayList<>(records.billed(product, id, asked.from(), asked.to()));
    lines.addAll(
        BoughtDays.of(
            asked.account(),
            asked.product().zone(),
            records.prices(),
            asked.from(),
            asked.to(),
            clock.instant()));
    lines.removeIf(line -> line.slab().isNothing());
    return Statement.of(asked.from(), asked.to(), lines);
  }

  private record Asked(
      Product product,
      Account account,
      LocalDate today,
      LocalDate from,
      LocalDate to,
      Problems problems) {}

  private Asked ask(String name, String id, Days days) {
    Product product = policy.current().product(name);
    Account account = accounts.everKnown(name, id);
    Instant now = clock.instant();
    ZoneId zone =
        account
            .asItWas()
            .at(now)
            .flatMap(StatedProfile::zone)
            .map(ZoneId::of)
            .orElse(product.zone());
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate to = days.to().orElse(today);
    LocalDate from = days.from().orElseGet(() -> to.minusDays(USUAL_DAYS - 1L));
    Problems problems = new Problems();
    if (from.isAfter(to)) {
      problems.add("/query/from", "not-before", "`from` is " + from + ", after " + to);
    } else if (from.plusDays(MOST_DAYS).isBefore(to.plusDays(1))) {
      problems.add(
          "/query/from",
          "too-many-days",
          "from " + from + " to " + to + " is more than " + MOST_DAYS + " days");
    }
    return new Asked(product, account, today, from, to, problems);
  }
}
