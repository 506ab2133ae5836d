package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Condition;
import dev.tollgate.grammar.tree.EditionChoice;
import dev.tollgate.grammar.tree.PeriodEnd;
import dev.tollgate.grammar.tree.QuotaClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the clauses of a version of a quota. */
final class VersionReader extends TreeReader<QuotaClause> {

  private final Reading reading;
  private final AmountReader amounts;
  private final CallReader calls;
  private final ConditionReader conditions;
  private final Continuations continuations;

  VersionReader(Reading reading) {
    this.reading = reading;
    this.amounts = new AmountReader(reading);
    this.calls = new CallReader(reading);
    this.conditions = new ConditionReader(reading);
    this.continuations = new Continuations(reading);
  }

  List<QuotaClause> clauses(TollParser.VersionBlockContext block) {
    List<QuotaClause> clauses = new ArrayList<>();
    for (TollParser.VersionClauseContext clause : reading.sound(block, block.versionClause())) {
      if (clause instanceof TollParser.PlusVersionAllotmentContext plus) {
        continuations.addToQuota(clauses, plus.plus());
      } else {
        clauses.add(visit(clause));
      }
    }
    return clauses;
  }

  QuotaClause allot(TollParser.AllotContext context) {
    return new QuotaClause.Allot(
        context.editionChoice() == null
            ? new EditionChoice.Unsaid(reading.span(context.getStart()))
            : editions(context.editionChoice()),
        amounts.read(context.amount()),
        amounts.cap(context.cap()),
        conditions.when(context.when()),
        reading.span(context));
  }

  EditionChoice editions(TollParser.EditionChoiceContext context) {
    return context.words() == null
        ? new EditionChoice.Every(reading.span(context))
        : new EditionChoice.Named(reading.names(context.words().word()), reading.span(context));
  }

  QuotaClause failed(TollParser.FailedCallsContext context) {
    return new QuotaClause.FailedCalls(context.NOTHING() != null, reading.span(context));
  }

  @Override
  public QuotaClause visitVersionAllotment(TollParser.VersionAllotmentContext context) {
    return allot(context.allot());
  }

  @Override
  public QuotaClause visitVersionCost(TollParser.VersionCostContext context) {
    return calls.cost(context.callCost());
  }

  @Override
  public QuotaClause visitVersionFailed(TollParser.VersionFailedContext context) {
    return failed(context.failedCalls());
  }

  @Override
  public QuotaClause visitGrandfather(TollParser.GrandfatherContext context) {
    TollParser.GrandfatherBlockContext block = context.grandfatherBlock();
    Optional<Condition> accounts = Optional.empty();
    Optional<PeriodEnd> until = Optional.empty();
    Optional<Span> keep = Optional.empty();
    for (TollParser.GrandfatherClauseContext clause :
        reading.sound(block, block.grandfatherClause())) {
      Span span = reading.span(clause);
      if (clause instanceof TollParser.GrandfatherAccountsContext line) {
        once(accounts.map(Condition::span), span, "`accounts`");
        accounts = Optional.of(conditions.read(line.condition()));
      } else if (clause instanceof TollParser.GrandfatherKeepContext) {
        once(keep, span, "`keep`");
        keep = Optional.of(span);
      } else if (clause instanceof TollParser.GrandfatherUntilContext line) {
        once(until.map(PeriodEnd::span), span, "`until`");
        until =
            Optional.of(
                line.point() == null
                    ? new PeriodEnd.Forever(span)
                    : new PeriodEnd.Until(reading.point(line.point()), span));
      } else {
        throw new IllegalStateException("a clause of no known kind: " + clause.getText());
      }
    }
    return new QuotaClause.Grandfather(
        reading.name(context.grandfatherHeader().word()),
        accounts,
        keep.isPresent(),
        until,
        reading.span(context));
  }

  private void once(Optional<Span> first, Span second, String what) {
    first.ifPresent(
        place ->
            reading.report(
                Diagnostic.of(
                        DiagnosticCode.SAID_TWICE, second, what + " is said twice in this block")
                    .withRelated(place, "the first one")));
  }
}
