package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.RuleClause;
import java.util.ArrayList;
import java.util.List;

/** Reads rules. */
final class RuleReader extends TreeReader<RuleClause> {

  private final Reading reading;
  private final AmountReader amounts;
  private final CallReader calls;
  private final ConditionReader conditions;
  private final PeriodReader periods;
  private final Continuations continuations;

  RuleReader(Reading reading) {
    this.reading = reading;
    this.amounts = new AmountReader(reading);
    this.calls = new CallReader(reading);
    this.conditions = new ConditionReader(reading);
    this.periods = new PeriodReader(reading);
    this.continuations = new Continuations(reading);
  }

  Declaration.Rule read(TollParser.Rule_Context context) {
    TollParser.RuleHeaderContext header = context.ruleHeader();
    List<RuleClause> clauses = new ArrayList<>();
    for (TollParser.RuleClauseContext clause :
        reading.sound(context.ruleBlock(), context.ruleBlock().ruleClause())) {
      if (clause instanceof TollParser.PlusRuleContext plus) {
        continuations.addToRule(clauses, plus.plus());
      } else {
        clauses.add(visit(clause));
      }
    }
    return new Declaration.Rule(
        reading.text(header.text()),
        reading.target(header.target()),
        clauses,
        reading.span(context));
  }

  @Override
  public RuleClause visitRuleHolds(TollParser.RuleHoldsContext context) {
    return new RuleClause.Holds(conditions.read(context.condition()), reading.span(context));
  }

  @Override
  public RuleClause visitRuleInForce(TollParser.RuleInForceContext context) {
    return new RuleClause.InForce(periods.read(context.period()), reading.span(context));
  }

  @Override
  public RuleClause visitAdd(TollParser.AddContext context) {
    return new RuleClause.Add(amounts.read(context.amount()), reading.span(context));
  }

  @Override
  public RuleClause visitSet(TollParser.SetContext context) {
    return new RuleClause.Put(
        amounts.read(context.amount()), amounts.cap(context.cap()), reading.span(context));
  }

  @Override
  public RuleClause visitRuleCost(TollParser.RuleCostContext context) {
    return calls.cost(context.callCost());
  }

  @Override
  public RuleClause visitOverrides(TollParser.OverridesContext context) {
    return new RuleClause.Overrides(reading.text(context.text()), reading.span(context));
  }
}
