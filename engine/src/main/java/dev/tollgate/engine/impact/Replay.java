package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.impact.World.Outcome;
import dev.tollgate.engine.impact.World.State;
import dev.tollgate.engine.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lets the calls of a log happen under two policies, each with windows of its own, and counts where
 * they part. What it keeps is the accounts, their counters, and one line for each account that
 * fares otherwise.
 *
 * <p>{@link #before} and {@link #after} may run side by side; {@link #compare} comes after both.
 */
public final class Replay {

  private static final int LARGEST = 10;

  private record Key(String product, String account) {}

  /** How one account fares. */
  private static final class Fate {
    private final LoggedCall first;
    private final boolean denied;
    private final String quota;
    private long newlyDenied;
    private long newlyAllowed;

    Fate(LoggedCall first, boolean denied, String quota) {
      this.first = first;
      this.denied = denied;
      this.quota = quota;
    }

    long calls() {
      return newlyDenied + newlyAllowed;
    }
  }

  /** What became of all calls under one policy. */
  private static final class Half {
    private final World world;
    private long allowed;
    private long denied;
    private long refused;
    private String firstRefused = "";

    Half(World world) {
      this.world = world;
    }

    void add(Outcome outcome, LoggedCall call) {
      switch (outcome.state()) {
        case ALLOWED -> allowed++;
        case DENIED -> denied++;
        case REFUSED -> {
          firstRefused = refused == 0 ? "line " + call.line() + ": " + outcome.why() : firstRefused;
          refused++;
        }
      }
    }

    ReplayImpact.Under under() {
      return new ReplayImpact.Under(
          allowed, denied, refused, Optional.of(firstRefused).filter(why -> !why.isEmpty()));
    }
  }

  private final Half before;
  private final Half after;
  private final Map<Key, Fate> fates = new LinkedHashMap<>();
  private final Map<String, Long> deniedBy = new TreeMap<>();
  private final Map<String, Long> freedFrom = new TreeMap<>();
  private long calls;

  public Replay(Policy before, Policy after, KnownAccounts accounts) {
    this.before = new Half(new World(new PolicyInForce(before, Instant.EPOCH), accounts));
    this.after = new Half(new World(new PolicyInForce(after, Instant.EPOCH), accounts));
  }

  /** Outcomes of some calls under one policy. */
  public record Outcomes(List<Outcome> all) {
    public Outcomes {
      all = List.copyOf(all);
    }
  }

  /** Lets calls happen under the old policy. */
  public Outcomes before(List<LoggedCall> next) {
    return outcomes(before, next);
  }

  /** Lets calls happen under the new policy. */
  public Outcomes after(List<LoggedCall> next) {
    return outcomes(after, next);
  }

  private static Outcomes outcomes(Half half, List<LoggedCall> calls) {
    List<Outcome> outcomes = new ArrayList<>(calls.size());
    calls.forEach(call -> outcomes.add(half.world.play(call)));
    return new Outcomes(outcomes);
  }

  /** Compares what became of the same calls. */
  public void compare(List<LoggedCall> next, Outcomes was, Outcomes is) {
    for (int order = 0; order < next.size(); order++) {
      compare(next.get(order), was.all().get(order), is.all().get(order));
    }
    calls += next.size();
  }

  private void compare(LoggedCall call, Outcome was, Outcome is) {
    before.add(was, call);
    after.add(is, call);
    boolean newlyDenied = was.state() == State.ALLOWED && is.state() == State.DENIED;
    boolean newlyAllowed = was.state() == State.DENIED && is.state() == State.ALLOWED;
    if (!newlyDenied && !newlyAllowed) {
      return;
    }
    String quota = call.request().product() + "." + (newlyDenied ? is : was).why();
    (newlyDenied ? deniedBy : freedFrom).merge(quota, 1L, Long::sum);
    String account = ((Asker.Stored) call.request().account()).account();
    Fate fate =
        fates.computeIfAbsent(
            new Key(call.request().product(), account), key -> new Fate(call, newlyDenied, quota));
    fate.newlyDenied += newlyDenied ? 1 : 0;
    fate.newlyAllowed += newlyAllowed ? 1 : 0;
  }

  /** How many calls were compared so far. */
  public long calls() {
    return calls;
  }

  /** What was found so far. */
  public ReplayImpact impact() {
    List<ReplayImpact.Parting> largest =
        fates.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<Key, Fate>>comparingLong(each -> -each.getValue().calls())
                    .thenComparing(each -> each.getKey().account()))
            .limit(LARGEST)
            .map(each -> parting(each.getKey(), each.getValue()))
            .toList();
    return new ReplayImpact(
        calls, before.under(), after.under(), deniedBy, freedFrom, fates.size(), largest, money());
  }

  private static ReplayImpact.Parting parting(Key key, Fate fate) {
    return new ReplayImpact.Parting(
        key.product(),
        key.account(),
        fate.first.at(),
        fate.first.request().call().name(),
        fate.denied,
        fate.quota,
        fate.newlyDenied,
        fate.newlyAllowed);
  }

  private List<ReplayImpact.Billed> money() {
    Set<String> currencies = new TreeSet<>(before.world.money().keySet());
    currencies.addAll(after.world.money().keySet());
    List<ReplayImpact.Billed> billed = new ArrayList<>();
    for (String currency : currencies) {
      Money nothing = Money.zero(currency);
      billed.add(
          new ReplayImpact.Billed(
              before.world.money().getOrDefault(currency, nothing),
              after.world.money().getOrDefault(currency, nothing)));
    }
    return billed;
  }
}
