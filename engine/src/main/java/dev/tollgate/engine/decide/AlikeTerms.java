package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.Resolved;
import dev.tollgate.engine.terms.Undecided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Terms of many accounts, without their receipts. What several of them have alike is kept once. For
 * one thread.
 */
final class AlikeTerms {

  /** Different terms that are known at once; fleets have few, whatever their size. */
  private static final int KNOWN = 50_000;

  /** An entitlement without a receipt. The hash of its costs would be slow. */
  private record Alike(Entitlement terms) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Alike alike && terms.equals(alike.terms);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * terms.quota().name().hashCode() + Long.hashCode(terms.available()))
          + Long.hashCode(terms.included());
    }
  }

  /**
   * The costs of a quota that applies.
   *
   * @param beyond which of its clauses about what happens beyond the limit are in force
   */
  private record Table(Quota quota, List<CallCost> costs, List<Boolean> beyond) {

    static Table of(Entitlement terms, Instant at) {
      List<Boolean> beyond =
          terms.quota().beyond().stream()
              .map(clause -> clause.during().contains(at, terms.zone()))
              .toList();
      return new Table(terms.quota(), terms.costs(), beyond);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Table table
          && quota.equals(table.quota)
          && costs.equals(table.costs)
          && beyond.equals(table.beyond);
    }

    @Override
    public int hashCode() {
      int hash = quota.name().hashCode();
      for (CallCost cost : costs) {
        hash = 31 * hash + cost.text().hashCode();
      }
      return hash;
    }
  }

  private final String policy;
  private final Map<Alike, Enforced> quotas = new HashMap<>();
  private final Map<List<Table>, KnownCosts> costs = new HashMap<>();
  private final Map<Caller, Caller> callers = new HashMap<>();

  /**
   * @param policy hash of the policy whose terms they are
   */
  AlikeTerms(String policy) {
    this.policy = policy;
  }

  /** The terms of an account. */
  Caller of(Subject subject, Instant at) {
    TermsAt terms = subject.termsNow(at).orElseThrow();
    boolean undecided = false;
    List<Enforced> enforced = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    for (Resolved each : terms.quotas()) {
      if (each instanceof Entitlement entitlement) {
        enforced.add(enforced(entitlement));
        tables.add(Table.of(entitlement, at));
      }
      undecided |= each instanceof Undecided;
    }
    KnownCosts known = undecided ? new KnownCosts(enforced, true) : costs(tables, enforced);
    Caller caller =
        new Caller(
            List.copyOf(enforced),
            known,
            known.forAll() ? Optional.empty() : Optional.of(subject),
            terms.until());
    forgetIfMany(callers);
    return known.forAll() ? callers.computeIfAbsent(caller, any -> caller) : caller;
  }

  private KnownCosts costs(List<Table> tables, List<Enforced> quotas) {
    forgetIfMany(costs);
    return costs.computeIfAbsent(tables, any -> new KnownCosts(quotas, false));
  }

  private Enforced enforced(Entitlement entitlement) {
    forgetIfMany(quotas);
    return quotas.computeIfAbsent(
        new Alike(entitlement.withoutReceipt()), alike -> Enforced.of(alike.terms(), policy));
  }

  private static void forgetIfMany(Map<?, ?> known) {
    if (known.size() >= KNOWN) {
      known.clear();
    }
  }
}
