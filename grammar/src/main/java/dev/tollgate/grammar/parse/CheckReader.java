package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.CheckValue;
import dev.tollgate.grammar.tree.Claim;
import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.Quantifier;
import java.util.ArrayList;
import java.util.List;

/** Reads checks. */
final class CheckReader extends TreeReader<CheckValue> {

  private final Reading reading;
  private final QuantifierReader quantifiers;

  CheckReader(Reading reading) {
    this.reading = reading;
    this.quantifiers = new QuantifierReader(reading);
  }

  Declaration.Check read(TollParser.CheckContext context) {
    List<Claim> claims = new ArrayList<>();
    for (TollParser.ClaimContext claim :
        reading.sound(context.checkBlock(), context.checkBlock().claim())) {
      claims.add(claim(claim));
    }
    return new Declaration.Check(
        reading.text(context.checkHeader().text()), claims, reading.span(context));
  }

  @Override
  public CheckValue visitCheckSum(TollParser.CheckSumContext context) {
    List<CheckValue> terms = new ArrayList<>();
    for (TollParser.CheckTermContext term : context.checkTerm()) {
      terms.add(visitCheckTerm(term));
    }
    return terms.size() == 1 ? terms.get(0) : new CheckValue.Sum(terms, reading.span(context));
  }

  @Override
  public CheckValue visitCheckTerm(TollParser.CheckTermContext context) {
    List<TollParser.CheckFactorContext> factors = reading.bounded(context.checkFactor());
    CheckValue value = visit(factors.get(0));
    for (TollParser.CheckFactorContext factor : factors.subList(1, factors.size())) {
      CheckValue right = visit(factor);
      value = new CheckValue.Times(value, right, value.span().to(right.span()));
    }
    return value;
  }

  @Override
  public CheckValue visitAllotmentOf(TollParser.AllotmentOfContext context) {
    return new CheckValue.AllotmentOf(
        reading.name(context.word(0)), reading.nameIfAny(context.word(1)), reading.span(context));
  }

  @Override
  public CheckValue visitCostOf(TollParser.CostOfContext context) {
    return new CheckValue.CostOf(reading.name(context.selector()), reading.span(context));
  }

  @Override
  public CheckValue visitPriceOf(TollParser.PriceOfContext context) {
    return new CheckValue.PriceOf(reading.name(context.word()), reading.span(context));
  }

  @Override
  public CheckValue visitCheckNumber(TollParser.CheckNumberContext context) {
    return new CheckValue.Number(reading.quantity(context.quantity()), reading.span(context));
  }

  @Override
  public CheckValue visitCheckParens(TollParser.CheckParensContext context) {
    return visitCheckSum(context.checkSum());
  }

  private Claim claim(TollParser.ClaimContext context) {
    Quantifier over =
        context.quantifier() == null
            ? new Quantifier.Nothing(reading.span(context.getStart()))
            : quantifiers.visit(context.quantifier());
    List<TollParser.CheckSumContext> values = context.checkSum();
    List<TollParser.RelationSignContext> signs = context.relationSign();
    List<Claim.Link> links = new ArrayList<>();
    for (int i = 0; i < signs.size(); i++) {
      links.add(new Claim.Link(Relations.of(signs.get(i)), visitCheckSum(values.get(i + 1))));
    }
    return new Claim(over, visitCheckSum(values.get(0)), links, reading.span(context));
  }
}
