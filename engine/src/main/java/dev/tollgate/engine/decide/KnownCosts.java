package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What calls cost by the same cost tables, which accounts have in common whatever they are
 * allotted. For one thread.
 */
final class KnownCosts {

  /** So many different calls are remembered. */
  private static final int REMEMBERED = 10_000;

  /**
   * All of a request that decides what it costs; equal ones are often the same objects.
   *
   * @param inFlight whether quotas on calls in flight are asked
   */
  private record Asked(
      AskedCall call, Map<String, String> keys, Optional<String> channel, boolean inFlight) {}

  /**
   * What a call costs in one quota.
   *
   * @param order which of the account's quotas
   * @param clause which of the clauses about what happens beyond the limit applies
   * @param keys of the counter
   */
  record Cost(int order, int clause, List<String> keys, long steps) {}

  /** One of the accounts, as long as it has these terms. */
  private record Representative(Subject subject, TermsAt terms) {}

  private final boolean forAll;
  private final Map<Asked, List<Cost>> known = new HashMap<>();
  private Optional<Representative> representative = Optional.empty();

  /**
   * @param quotas those that the accounts have
   * @param undecided whether it is not known of some others what they come to
   */
  KnownCosts(List<Enforced> quotas, boolean undecided) {
    this.forAll = !undecided && quotas.stream().noneMatch(KnownCosts::dependsOnProfile);
  }

  /** Whether a call costs the same whoever of the accounts makes it. */
  boolean forAll() {
    return forAll;
  }

  /** Somebody to work out costs for that are those of all; empty when nobody is known any more. */
  Optional<Subject> representative(Instant at) {
    return representative.filter(known -> known.terms().holds(at)).map(Representative::subject);
  }

  /** Lets one of the accounts stand for all. */
  Subject represent(Subject subject, Instant at) {
    representative = subject.termsNow(at).map(terms -> new Representative(subject, terms));
    return subject;
  }

  private static boolean dependsOnProfile(Enforced enforced) {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(enforced.terms().quota().countsWhen());
    enforced.terms().costs().stream().map(CallCost::when).forEach(conditions::add);
    enforced.terms().quota().beyond().stream().map(Beyond::when).forEach(conditions::add);
    List<Attribute> asked = new ArrayList<>();
    conditions.forEach(each -> each.forEachTest(test -> asked.add(test.attribute())));
    return asked.stream().anyMatch(each -> isOfProfile(each.kind()));
  }

  private static boolean isOfProfile(Attribute.Kind kind) {
    return switch (kind) {
      case EDITION, SIGNED_UP, SEAT, FACT, ADD_ON -> true;
      case PARAMETER, KEY, CHANNEL -> false;
    };
  }

  /** What a request costs, where that was worked out for some account. */
  Optional<List<Cost>> of(CallRequest request) {
    return forAll ? Optional.ofNullable(known.get(asked(request))) : Optional.empty();
  }

  /** Remembers what a request costs that has no problems. */
  void remember(CallRequest request, List<Cost> costs) {
    if (forAll) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.put(asked(request), costs);
    }
  }

  private static Asked asked(CallRequest request) {
    return new Asked(request.call(), request.keys(), request.channel(), request.inFlight());
  }
}
