package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import java.util.List;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Selects, by rules, the clauses of one product that may apply. Safe for use by many threads. */
final class Selector {

  private final KieBase rules;
  private final int clauses;

  Selector(Product product) {
    var model = RuleModel.of(product);
    this.clauses = model.getRules().size();
    this.rules =
        KieBaseBuilder.createKieBaseFromModel(
            model, RuleBaseFactory.newKnowledgeBaseConfiguration());
  }

  /**
   * What may apply.
   *
   * @param contracts all contracts of the account with the product
   */
  Selection select(ProfileReadings readings, java.time.Instant at, List<Contract> contracts) {
    Selection selection = new Selection();
    KieSession session = rules.newKieSession();
    try {
      session.addEventListener(selection);
      Question question = new Question(readings, at);
      session.insert(question);
      for (int order = 0; order < contracts.size(); order++) {
        session.insert(new AccountContract(contracts.get(order), order, question));
      }
      // No rule changes a fact, so that each fires at most once, and that for contracts once for
      // each.
      int most = clauses + contracts.size();
      if (session.fireAllRules(most + 1) > most) {
        throw new IllegalStateException("more than " + most + " rules fired for one question");
      }
    } finally {
      session.dispose();
    }
    return selection;
  }
}
