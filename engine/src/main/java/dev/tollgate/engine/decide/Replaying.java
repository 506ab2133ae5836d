package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Drawn;
import dev.tollgate.engine.ledger.ForgetfulLedger;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.engine.terms.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides the calls of a log as {@link Decider} would have, and keeps of them nothing but the
 * counters. For one thread.
 */
public final class Replaying {

  /** Accounts whose terms are remembered until others have called; at most twice as many. */
  private static final int GENERATION = 200_000;

  /** Profiles whose terms are remembered; at most twice as many. */
  private static final int PROFILES = 20_000;

  private record Key(String product, String account) {}

  /** Everybody with the same terms. */
  private record Whoever(String product, Profile profile) {}

  private final PolicyInForce.Snapshot policy;
  private final Accounts accounts;
  private final AlikeTerms alike;
  private final ForgetfulLedger ledger = new ForgetfulLedger();
  private final Map<String, AlikeProfiles> profiles = new HashMap<>();
  private final Recent<Whoever, Caller> byProfile = new Recent<>(PROFILES);
  private final Recent<Key, Caller> callers = new Recent<>(GENERATION);
  private long calls;

  /**
   * @param accounts which do not change, and none of which is deleted
   */
  public Replaying(PolicyInForce policy, Accounts accounts) {
    this.policy = policy.current();
    this.accounts = accounts;
    this.alike = new AlikeTerms(this.policy.policy().hash());
  }

  /**
   * What became of a call.
   *
   * @param denied the quota that is named by the denial; empty when the call was allowed
   * @param charge what the call was billed
   * @param inFlight what {@link #end} gives back; nothing where nobody will say that the call ended
   */
  public record Replayed(Optional<String> denied, Optional<Charge> charge, List<Drawn> inFlight) {

    private static final Replayed ALLOWED =
        new Replayed(Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * Lets a call happen.
   *
   * @param request of a stored account, without ids and without a moment of its own
   * @param at not before that of the call before, in whole milliseconds
   * @throws InvalidRequest if the policy does not understand it
   * @throws NotFound if there is no such product or account
   */
  public Replayed consume(CallRequest request, Instant at) {
    Key key = new Key(request.product(), ((Asker.Stored) request.account()).account());
    Caller caller = caller(key, at);
    Optional<List<KnownCosts.Cost>> known = caller.costs().of(request);
    List<KnownCosts.Cost> costs = known.isPresent() ? known.get() : costs(key, caller, request, at);
    calls++;
    ForgetfulLedger.Taken taken =
        ledger.take(
            key.product(),
            key.account(),
            Long.toString(calls),
            at,
            caller.draws(Optional.of(key.account()), costs));
    if (taken.lacking().isPresent()) {
      Enforced lacking = caller.quotas().get(costs.get(taken.lacking().getAsInt()).order());
      return new Replayed(Optional.of(lacking.terms().quota().name()), Optional.empty(), List.of());
    }
    Optional<Charge> charge = charge(caller, costs, taken);
    List<Drawn> inFlight = request.inFlight() ? inFlight(taken.drawn()) : List.of();
    return charge.isEmpty() && inFlight.isEmpty()
        ? Replayed.ALLOWED
        : new Replayed(Optional.empty(), charge, inFlight);
  }

  private Caller caller(Key key, Instant at) {
    Optional<Caller> known = callers.find(key);
    if (known.isPresent() && at.isBefore(known.get().until())) {
      return known.get();
    }
    Caller read = read(key, at);
    callers.remember(key, read);
    return read;
  }

  private Caller read(Key key, Instant at) {
    Subject subject = subject(key, at);
    Profile shared = policy.shared(subject.product(), subject.profile(at).orElseThrow());
    if (shared.account().isPresent()) {
      return alike.of(subject, at);
    }
    AlikeProfiles profiles =
        this.profiles.computeIfAbsent(key.product(), any -> new AlikeProfiles(subject.product()));
    Whoever whoever = new Whoever(key.product(), profiles.of(shared));
    Optional<Caller> known = byProfile.find(whoever);
    if (known.isPresent() && at.isBefore(known.get().until())) {
      return known.get();
    }
    Caller read = alike.of(subject, at);
    if (read.subject().isEmpty()) {
      byProfile.remember(whoever, read);
    }
    return read;
  }

  private Subject subject(Key key, Instant at) {
    Product product = policy.product(key.product());
    Optional<Account> known = accounts.find(product.name(), key.account());
    if (known.isEmpty() || known.get().profileAt(at).isEmpty()) {
      throw NotFound.account(key.account(), at, known);
    }
    return Subject.stored(policy, product, known.get());
  }

  private List<KnownCosts.Cost> costs(Key key, Caller caller, CallRequest request, Instant at) {
    Subject subject =
        caller
            .subject()
            .or(() -> caller.costs().representative(at))
            .orElseGet(() -> caller.costs().represent(subject(key, at), at));
    Question question = Intake.read(subject, request, Map.of(), at, at, new Problems());
    question.problems().throwIfAny();
    List<KnownCosts.Cost> costs = caller.costs(question.demands().judged());
    caller.costs().remember(request, costs);
    return costs;
  }

  private static Optional<Charge> charge(
      Caller caller, List<KnownCosts.Cost> costs, ForgetfulLedger.Taken taken) {
    if (taken.days().stream().allMatch(day -> day.before() == day.after())) {
      return Optional.empty();
    }
    return Charges.ofDays(caller.demands(costs, taken.drawn()), taken.days());
  }

  private static List<Drawn> inFlight(List<Drawn> drawn) {
    return drawn.stream()
        .filter(each -> each.draw().terms().window() instanceof Window.InFlight)
        .toList();
  }

  /** Lets a call end as it was decided, which makes room for others in flight. */
  public void end(Replayed call, Instant at) {
    ledger.end(call.inFlight(), at);
  }
}
