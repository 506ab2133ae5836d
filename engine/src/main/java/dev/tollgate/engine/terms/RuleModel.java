package dev.tollgate.engine.terms;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.execute;
import static org.drools.model.DSL.supply;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.ValueSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.model.Index.ConstraintType;
import org.drools.model.Model;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;

/**
 * Turns the clauses of a product into rules, each of which does nothing but fire: a clause that
 * fires may apply.
 *
 * <p>A conjunction becomes one expression for each of its parts, which clauses with an equal part
 * share. An expression holds unless what the account has stated makes it false, and a conjunction
 * of three-valued parts is false exactly when one of them is.
 */
final class RuleModel {

  /** Under this name a rule carries the clause it was made from, and its place. */
  static final String CLAUSE = "clause";

  static final String SPAN = "span";

  private static final String PACKAGE = "dev.tollgate.terms";
  private static final int EDITION_INDEX = 1;

  /** Clauses fire by kind, the last kind first, and within a kind in the order of the text. */
  private enum Turn {
    GRANDFATHERING,
    ADD_ON,
    RULE,
    CONTRACT,
    ALLOTMENT,
    VERSION;

    private static final int CLAUSES = 100_000_000;

    int salience(int order) {
      return (ordinal() + 1) * CLAUSES - order;
    }
  }

  private final ModelImpl model = new ModelImpl();
  private final Variable<Question> question = declarationOf(Question.class);
  private final Map<Attribute, Integer> indexes =
      new HashMap<>(Map.of(Attribute.EDITION, EDITION_INDEX));
  private int order;

  private RuleModel() {}

  /** The rules of a product, and the one rule for all contracts. */
  static Model of(Product product) {
    RuleModel rules = new RuleModel();
    product.quotas().forEach(rules::add);
    product.rules().forEach(rules::add);
    product.addOns().forEach(rules::add);
    rules.addContracts();
    return rules.model;
  }

  private void add(Quota quota) {
    for (QuotaVersion version : quota.versions()) {
      PatternDef<Question> versions = pattern(question);
      during(version.during(), versions);
      add(Turn.VERSION, quota.id() + " " + version.name(), version, version.place(), versions);
      for (Allotment allotment : version.allotments()) {
        PatternDef<Question> lines = pattern(question);
        editions(allotment.editions(), lines);
        demand(allotment.when(), lines);
        add(
            Turn.ALLOTMENT,
            quota.id() + " " + allotment.text(),
            allotment,
            allotment.place(),
            lines);
      }
      version.grandfathering().ifPresent(grandfathering -> add(quota, grandfathering));
    }
  }

  private void add(Quota quota, QuotaVersion.Grandfathering grandfathering) {
    PatternDef<Question> accounts = pattern(question);
    during(new Stretch(Optional.empty(), grandfathering.until()), accounts);
    demand(grandfathering.accounts(), accounts);
    String name = quota.id() + " grandfather " + grandfathering.version();
    add(Turn.GRANDFATHERING, name, grandfathering, grandfathering.place(), accounts);
  }

  /**
   * Of many rules that each ask for a word of one fact few are for an account, and an index finds
   * them. It cannot say that the fact is not stated, which a rule of its own does.
   */
  private void add(Rule adjustment) {
    Optional<Condition.Test> word = wordOfFact(adjustment.when());
    if (word.isEmpty()) {
      add(adjustment, pattern(question));
      return;
    }
    PatternDef<Question> stating = pattern(question);
    isWord(word.get(), stating);
    add(adjustment, stating);
    Attribute fact = word.get().attribute();
    PatternDef<Question> silent = pattern(question);
    silent.expr("unstated " + CanonicalText.quoted(fact.name()), asked -> !asked.states(fact));
    add(adjustment, silent);
  }

  private void add(Rule adjustment, PatternDef<Question> accounts) {
    during(adjustment.during(), accounts);
    demand(adjustment.when(), accounts);
    add(Turn.RULE, adjustment.title(), adjustment, adjustment.place(), accounts);
  }

  private void add(AddOn addOn) {
    PatternDef<Question> holders = pattern(question);
    holds(addOn.name(), holders);
    editions(addOn.editions(), holders);
    addOn.needsAddOn().ifPresent(needed -> holds(needed, holders));
    demand(addOn.needs(), holders);
    add(Turn.ADD_ON, addOn.name(), addOn, addOn.place(), holders);
  }

  /**
   * Of two rules of one name the later would replace the earlier, hence the place and the number.
   */
  private void add(
      Turn turn, String name, Object clause, Place place, PatternDef<Question> accounts) {
    String span = place.file() + ":" + place.line() + ":" + place.column();
    model.addRule(
        rule(PACKAGE, turn + " " + name + " at " + span + " #" + order)
            .attribute(org.drools.model.Rule.Attribute.SALIENCE, turn.salience(order))
            .metadata(CLAUSE, clause)
            .metadata(SPAN, span)
            .build(accounts, execute(() -> {})));
    order++;
  }

  /** Contracts are facts: one rule serves any number of them. */
  private void addContracts() {
    Variable<AccountContract> contract = declarationOf(AccountContract.class);
    PatternDef<AccountContract> inForce =
        pattern(contract).expr("contract in force", AccountContract::inForce);
    model.addRule(
        rule(PACKAGE, "contracts")
            .attribute(
                org.drools.model.Rule.Attribute.SALIENCE,
                supply(contract, fact -> Turn.CONTRACT.salience(fact.order())))
            .build(inForce, execute(() -> {})));
  }

  private static void during(Stretch stretch, PatternDef<Question> accounts) {
    if (!stretch.equals(Stretch.FOREVER)) {
      accounts.expr(CanonicalText.of(stretch), asked -> asked.during(stretch));
    }
  }

  private static void holds(String addOn, PatternDef<Question> accounts) {
    accounts.expr("holds " + CanonicalText.quoted(addOn), asked -> asked.holds(addOn));
  }

  /** No editions: the product has none. */
  private static void editions(Set<String> editions, PatternDef<Question> accounts) {
    if (!editions.isEmpty()) {
      ValueSet words = ValueSet.words(editions);
      demand(new Condition.Test(Attribute.EDITION, words, "", Optional.empty()), accounts);
    }
  }

  private static void demand(Condition condition, PatternDef<Question> accounts) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> demand(part, accounts));
      return;
    }
    Optional<String> edition = onlyEdition(condition);
    if (edition.isPresent()) {
      isEdition(edition.get(), accounts);
    } else {
      accounts.expr(CanonicalText.of(condition), asked -> asked.mayHold(condition));
    }
  }

  /** The edition that a test asks for, if it asks for exactly one. An account always has one. */
  private static Optional<String> onlyEdition(Condition condition) {
    return condition instanceof Condition.Test test && test.attribute().equals(Attribute.EDITION)
        ? onlyWord(test)
        : Optional.empty();
  }

  private static Optional<String> onlyWord(Condition.Test test) {
    return test.values() instanceof ValueSet.Words words
            && !words.allBut()
            && words.words().size() == 1
        ? Optional.of(words.words().first())
        : Optional.empty();
  }

  /** The first part of a condition that asks for exactly one word of a fact. */
  private static Optional<Condition.Test> wordOfFact(Condition condition) {
    List<Condition> parts =
        condition instanceof Condition.All all ? all.parts() : List.of(condition);
    for (Condition part : parts) {
      if (part instanceof Condition.Test test
          && test.attribute().kind() == Attribute.Kind.FACT
          && onlyWord(test).isPresent()) {
        return Optional.of(test);
      }
    }
    return Optional.empty();
  }

  /** The index of a fact only finds candidates: what is stated is compared again. */
  private void isWord(Condition.Test test, PatternDef<Question> accounts) {
    Attribute fact = test.attribute();
    String word = onlyWord(test).orElseThrow();
    int index = indexes.computeIfAbsent(fact, another -> EDITION_INDEX + indexes.size());
    accounts.expr(
        "stated " + CanonicalText.quoted(fact.name()) + " is " + CanonicalText.quoted(word),
        asked -> asked.stated(fact).equals(word),
        alphaIndexedBy(
            String.class, ConstraintType.EQUAL, index, asked -> asked.stated(fact), word));
  }

  /**
   * An index of equality replaces the predicate. The edition is always known, so that it says the
   * same.
   */
  private static void isEdition(String edition, PatternDef<Question> accounts) {
    accounts.expr(
        "edition is " + CanonicalText.quoted(edition),
        asked -> asked.edition().equals(edition),
        alphaIndexedBy(
            String.class, ConstraintType.EQUAL, EDITION_INDEX, Question::edition, edition));
  }
}
