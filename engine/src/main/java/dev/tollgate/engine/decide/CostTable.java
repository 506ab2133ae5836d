package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.terms.Entitlement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The costs of one quota as they apply to one account. Of the lines of the table the first that
 * matches a call decides.
 */
final class CostTable {

  private final Entitlement terms;
  private final Quota quota;
  private final boolean ended;
  private final boolean telling;
  private final Findings findings;

  private CostTable(Entitlement terms, boolean ended, boolean telling, Findings findings) {
    this.terms = terms;
    this.quota = terms.quota();
    this.ended = ended;
    this.telling = telling;
    this.findings = findings;
  }

  /**
   * One that does not say how costs come about.
   *
   * @param ended whether the call has ended, so that a cost which is held until then is settled
   */
  CostTable(Entitlement terms, boolean ended, Findings findings) {
    this(terms, ended, false, findings);
  }

  /** How the cost of a call came about that such a table has told. */
  static List<CostLine> lines(Entitlement terms, boolean ended, CallReadings readings) {
    Findings found = new Findings(readings.profile().product(), true, new Problems());
    return new CostTable(terms, ended, true, found).of(readings).lines();
  }

  /** What a call costs; not counted, with a problem, when something is missing to say so. */
  Costed of(CallReadings readings) {
    ReadCall call = readings.call();
    if (!quota.counts().contains(call.name(), call.declared().isPresent())
        || !holds(quota.countsWhen(), readings)) {
      return Costed.NOT_COUNTED;
    }
    for (CallCost line : terms.costs()) {
      if (line.calls().contains(call.name(), call.declared().isPresent())) {
        Truth truth = judge(line.when(), readings);
        if (truth == Truth.UNKNOWN) {
          return Costed.NOT_COUNTED;
        }
        if (truth == Truth.TRUE) {
          return costed(line, readings);
        }
      }
    }
    if (!terms.version().costs().isEmpty()) {
      throw new IllegalStateException(quota.id() + " has no price for " + call.name());
    }
    return oneUnit(call);
  }

  private Costed costed(CallCost line, CallReadings readings) {
    Cost cost = line.cost();
    if (cost instanceof Cost.NotCounted) {
      return Costed.NOT_COUNTED;
    }
    CostArithmetic arithmetic =
        new CostArithmetic(
            quota.unit(),
            readings.call(),
            () -> readings.call().parts().stream().map(part -> of(readings.of(part))).toList(),
            ended,
            telling,
            findings.problems());
    CostArithmetic.Step step = arithmetic.compute(cost);
    return new Costed(true, step.steps(), telling ? lines(line, step, readings) : List.of());
  }

  private List<CostLine> lines(CallCost line, CostArithmetic.Step step, CallReadings readings) {
    List<CostLine> lines = new ArrayList<>();
    long ownSteps = step.steps();
    for (Costed inside : step.inside()) {
      lines.addAll(inside.lines());
      ownSteps -= inside.steps();
    }
    if (lines.isEmpty() || ownSteps > 0) {
      lines.add(
          new CostLine(
              quota.name(),
              readings.call().name(),
              quota.unit().amount(ownSteps),
              line.text(),
              step.text(),
              Optional.of(line.place())));
    }
    return lines;
  }

  private Costed oneUnit(ReadCall call) {
    long steps = quota.unit().steps(BigDecimal.ONE);
    List<CostLine> lines =
        telling
            ? List.of(
                new CostLine(
                    quota.name(),
                    call.name(),
                    quota.unit().amount(steps),
                    "",
                    "1",
                    Optional.empty()))
            : List.of();
    return new Costed(true, steps, lines);
  }

  private boolean holds(Condition condition, CallReadings readings) {
    return judge(condition, readings) == Truth.TRUE;
  }

  private Truth judge(Condition condition, CallReadings readings) {
    return findings.judge(quota, condition, readings);
  }
}
