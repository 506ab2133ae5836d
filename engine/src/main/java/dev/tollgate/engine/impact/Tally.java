package dev.tollgate.engine.impact;

import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Counts what happens to one quota, account by account. For one thread. */
final class Tally {

  private static final int LARGEST = 10;

  /** How far one account goes; {@code by} is {@link Unit#UNLIMITED} where a limit comes or goes. */
  private record Moved(String account, String edition, long before, long after, long by) {}

  /** The least of those kept comes first, so that it can make room. */
  private static final Comparator<Moved> LEAST_FIRST =
      Comparator.comparingLong(Moved::by)
          .thenComparing(Comparator.comparing(Moved::account).reversed());

  /** A sum that may grow past what a number holds. */
  private static final class Sum {
    private BigInteger full = BigInteger.ZERO;
    private long rest;

    void add(long number) {
      long sum = rest + number;
      if (((rest ^ sum) & (number ^ sum)) < 0) {
        full = full.add(BigInteger.valueOf(rest));
        sum = number;
      }
      rest = sum;
    }

    void add(Sum other) {
      full = full.add(other.full);
      add(other.rest);
    }

    BigDecimal of(Unit unit) {
      BigDecimal amount = new BigDecimal(full.add(BigInteger.valueOf(rest)), unit.decimals());
      return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }
  }

  /** Limits before or after. */
  private static final class Half {
    private final Sum sum = new Sum();
    private long unlimited;
    private long held;

    void add(long limit, boolean capped) {
      unlimited += limit == Unit.UNLIMITED ? 1 : 0;
      held += capped ? 1 : 0;
    }

    void add(Half other) {
      sum.add(other.sum);
      unlimited += other.unlimited;
      held += other.held;
    }

    FleetImpact.Limits in(Unit unit) {
      return new FleetImpact.Limits(sum.of(unit), unlimited, held);
    }
  }

  private final Half before = new Half();
  private final Half after = new Half();
  private final PriorityQueue<Moved> gains = new PriorityQueue<>(LEAST_FIRST);
  private final PriorityQueue<Moved> losses = new PriorityQueue<>(LEAST_FIRST);
  private long accounts;
  private long gain;
  private long lose;
  private long undecided;
  private long uncountable;
  private long withoutEdition;

  void add(String account, String edition, long was, long is, boolean heldBefore, boolean held) {
    if (was < 0 || is < 0) {
      boolean tooMuch = was == Limits.UNCOUNTABLE || is == Limits.UNCOUNTABLE;
      uncountable += tooMuch ? 1 : 0;
      undecided += tooMuch ? 0 : 1;
      return;
    }
    accounts++;
    before.add(was, heldBefore);
    after.add(is, held);
    boolean limited = was != Unit.UNLIMITED && is != Unit.UNLIMITED;
    if (limited) {
      before.sum.add(was);
      after.sum.add(is);
    }
    if (was == is) {
      return;
    }
    long by = limited ? Math.abs(is - was) : Unit.UNLIMITED;
    gain += is > was ? 1 : 0;
    lose += is < was ? 1 : 0;
    keep(is > was ? gains : losses, account, edition, was, is, by);
  }

  void addWithoutEdition() {
    withoutEdition++;
  }

  private static void keep(
      PriorityQueue<Moved> largest, String account, String edition, long was, long is, long by) {
    if (largest.size() < LARGEST) {
      largest.add(new Moved(account, edition, was, is, by));
    } else if (by >= largest.element().by()) {
      largest.add(new Moved(account, edition, was, is, by));
      largest.remove();
    }
  }

  void add(Tally other) {
    before.add(other.before);
    after.add(other.after);
    accounts += other.accounts;
    gain += other.gain;
    lose += other.lose;
    undecided += other.undecided;
    uncountable += other.uncountable;
    withoutEdition += other.withoutEdition;
    other.gains.forEach(each -> keepAlso(gains, each));
    other.losses.forEach(each -> keepAlso(losses, each));
  }

  private static void keepAlso(PriorityQueue<Moved> largest, Moved each) {
    keep(largest, each.account(), each.edition(), each.before(), each.after(), each.by());
  }

  boolean isEmpty() {
    return accounts + undecided + uncountable + withoutEdition == 0;
  }

  FleetImpact.OfQuota of(String quota, Unit unit, FleetImpact.There there) {
    return new FleetImpact.OfQuota(
        quota,
        unit,
        there,
        accounts,
        gain,
        lose,
        before.in(unit),
        after.in(unit),
        moves(gains, unit),
        moves(losses, unit),
        undecided,
        uncountable,
        withoutEdition);
  }

  private static List<FleetImpact.Move> moves(PriorityQueue<Moved> largest, Unit unit) {
    List<Moved> sorted = new ArrayList<>(largest);
    sorted.sort(LEAST_FIRST.reversed());
    return sorted.stream()
        .map(
            each ->
                new FleetImpact.Move(
                    each.account(),
                    each.edition(),
                    amount(each.before(), unit),
                    amount(each.after(), unit)))
        .toList();
  }

  private static Optional<BigDecimal> amount(long steps, Unit unit) {
    return steps == Unit.UNLIMITED ? Optional.empty() : Optional.of(unit.amount(steps));
  }
}
