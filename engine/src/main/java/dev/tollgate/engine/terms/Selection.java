package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.rule.Match;

/** What fired: the clauses that may apply to an account at a moment. */
final class Selection extends DefaultAgendaEventListener {

  private final Set<Object> clauses = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Rule> rules = new ArrayList<>();
  private final List<Contract> contracts = new ArrayList<>();

  @Override
  public void afterMatchFired(AfterMatchFiredEvent event) {
    Match match = event.getMatch();
    Optional<Object> clause =
        Optional.ofNullable(match.getRule().getMetaData().get(RuleModel.CLAUSE));
    clause.ifPresentOrElse(this::add, () -> match.getObjects().forEach(this::addContract));
  }

  private void add(Object clause) {
    // A rule that two rules of the model stand for is one.
    if (clauses.add(clause) && clause instanceof Rule rule) {
      rules.add(rule);
    }
  }

  private void addContract(Object matched) {
    if (matched instanceof AccountContract contract) {
      contracts.add(contract.contract());
    }
  }

  /**
   * Whether this very clause of the policy was selected.
   *
   * @param clause a version, an allotment line, a rule, an add-on or a grandfathering
   */
  boolean has(Object clause) {
    return clauses.contains(clause);
  }

  /** The clauses among these that were selected, in their order. */
  <T> List<T> among(List<T> candidates) {
    return candidates.stream().filter((Predicate<Object>) this::has).toList();
  }

  /** Rules that were selected, of all quotas, in the order of the text. */
  List<Rule> rules() {
    return Collections.unmodifiableList(rules);
  }

  /** Contracts of the account that are in force, in the order of the text. */
  List<Contract> contracts() {
    return Collections.unmodifiableList(contracts);
  }
}
