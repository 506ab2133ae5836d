package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.ContractClause;
import dev.tollgate.grammar.tree.Declaration;
import java.util.ArrayList;
import java.util.List;

/** Reads contracts. */
final class ContractReader extends TreeReader<ContractClause> {

  private final Reading reading;
  private final AmountReader amounts;
  private final CallReader calls;
  private final PeriodReader periods;
  private final Continuations continuations;

  ContractReader(Reading reading) {
    this.reading = reading;
    this.amounts = new AmountReader(reading);
    this.calls = new CallReader(reading);
    this.periods = new PeriodReader(reading);
    this.continuations = new Continuations(reading);
  }

  Declaration.Contract read(TollParser.ContractContext context) {
    TollParser.ContractHeaderContext header = context.contractHeader();
    TollParser.ContractBlockContext block = context.contractBlock();
    List<ContractClause> clauses = new ArrayList<>();
    for (TollParser.ContractClauseContext clause : reading.sound(block, block.contractClause())) {
      if (clause instanceof TollParser.PlusContractContext plus) {
        continuations.addToContract(clauses, plus.plus());
      } else {
        clauses.add(visit(clause));
      }
    }
    return new Declaration.Contract(
        reading.text(header.text()),
        reading.name(header.word()),
        reading.accountId(header.accountId()),
        clauses,
        reading.span(context));
  }

  @Override
  public ContractClause visitContractInForce(TollParser.ContractInForceContext context) {
    return new ContractClause.InForce(periods.read(context.period()), reading.span(context));
  }

  @Override
  public ContractClause visitContractAllotment(TollParser.ContractAllotmentContext context) {
    return new ContractClause.Allot(
        reading.name(context.word()),
        amounts.read(context.amount()),
        amounts.cap(context.cap()),
        reading.span(context));
  }

  @Override
  public ContractClause visitContractCost(TollParser.ContractCostContext context) {
    return calls.cost(context.callCost());
  }

  @Override
  public ContractClause visitKeepGreater(TollParser.KeepGreaterContext context) {
    return new ContractClause.KeepGreater(reading.span(context));
  }
}
