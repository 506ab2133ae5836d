package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.QuotaClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads quotas: all of their clauses but versions' own. */
final class QuotaReader extends TreeReader<QuotaClause> {

  private final Reading reading;
  private final CallReader calls;
  private final ConditionReader conditions;
  private final PeriodReader periods;
  private final WindowReader windows;
  private final VersionReader versions;
  private final Continuations continuations;
  private final DenialLines denialLines;

  QuotaReader(Reading reading) {
    this.reading = reading;
    this.calls = new CallReader(reading);
    this.conditions = new ConditionReader(reading);
    this.periods = new PeriodReader(reading);
    this.windows = new WindowReader(reading);
    this.versions = new VersionReader(reading);
    this.continuations = new Continuations(reading);
    this.denialLines = new DenialLines(reading);
  }

  ProductClause.Quota read(TollParser.QuotaContext context) {
    TollParser.QuotaHeaderContext header = context.quotaHeader();
    TollParser.QuotaBlockContext block = context.quotaBlock();
    List<QuotaClause> clauses = new ArrayList<>();
    for (TollParser.QuotaClauseContext clause : reading.sound(block, block.quotaClause())) {
      if (clause instanceof TollParser.PlusAllotmentContext plus) {
        continuations.addToQuota(clauses, plus.plus());
      } else if (clause instanceof TollParser.StatusContext status) {
        denialLines.addStatus(clauses, status);
      } else if (clause instanceof TollParser.HeaderContext line) {
        denialLines.addHeader(clauses, line);
      } else if (clause instanceof TollParser.BodyContext body) {
        denialLines.addBody(clauses, body);
      } else {
        clauses.add(visit(clause));
      }
    }
    return new ProductClause.Quota(
        reading.name(header.word(0)),
        reading.title(header.text()),
        reading.name(header.word(1)),
        clauses,
        reading.span(context));
  }

  @Override
  public QuotaClause visitCounts(TollParser.CountsContext context) {
    return new QuotaClause.Counts(
        calls.choice(context.callChoice()),
        calls.namesIfAny(context.selectors()),
        conditions.when(context.when()),
        reading.span(context));
  }

  @Override
  public QuotaClause visitPerAllAccounts(TollParser.PerAllAccountsContext context) {
    List<Name> keys = context.names() == null ? List.of() : reading.names(context.names().name());
    return new QuotaClause.Per(true, keys, reading.span(context));
  }

  @Override
  public QuotaClause visitPerAccount(TollParser.PerAccountContext context) {
    List<Name> keys = new ArrayList<>();
    for (TollParser.NameContext name : context.names().name()) {
      if (!name.getText().equals("account")) {
        keys.add(reading.name(name));
      }
    }
    return new QuotaClause.Per(false, keys, reading.span(context));
  }

  @Override
  public QuotaClause visitTurns(TollParser.TurnsContext context) {
    return new QuotaClause.Turns(windows.visit(context.window()), reading.span(context));
  }

  @Override
  public QuotaClause visitAllotment(TollParser.AllotmentContext context) {
    return versions.allot(context.allot());
  }

  @Override
  public QuotaClause visitQuotaCost(TollParser.QuotaCostContext context) {
    return calls.cost(context.callCost());
  }

  @Override
  public QuotaClause visitFailed(TollParser.FailedContext context) {
    return versions.failed(context.failedCalls());
  }

  @Override
  public QuotaClause visitWarnAt(TollParser.WarnAtContext context) {
    List<Numeral> percents = new ArrayList<>();
    for (TollParser.PercentContext percent : context.percent()) {
      percents.add(reading.percent(percent));
    }
    return new QuotaClause.WarnAt(percents, reading.span(context));
  }

  @Override
  public QuotaClause visitWas(TollParser.WasContext context) {
    return new QuotaClause.Was(reading.name(context.word()), reading.span(context));
  }

  @Override
  public QuotaClause visitRestartsAt(TollParser.RestartsAtContext context) {
    return new QuotaClause.RestartsAt(reading.point(context.point()), reading.span(context));
  }

  @Override
  public QuotaClause visitDeny(TollParser.DenyContext context) {
    return denial(context.denial(), context);
  }

  @Override
  public QuotaClause visitAllowMore(TollParser.AllowMoreContext context) {
    return new QuotaClause.AllowMore(
        reading.percent(context.percent()),
        denial(context.denial(), context),
        reading.span(context));
  }

  @Override
  public QuotaClause visitAllowAndReport(TollParser.AllowAndReportContext context) {
    return new QuotaClause.AllowAndReport(
        periods.readIfAny(context.period()),
        conditions.when(context.when()),
        reading.span(context));
  }

  @Override
  public QuotaClause visitVersion(TollParser.VersionContext context) {
    TollParser.VersionHeaderContext header = context.versionHeader();
    return new QuotaClause.Version(
        reading.name(header.word()),
        reading.title(header.text()),
        periods.readIfAny(header.period()),
        versions.clauses(context.versionBlock()),
        reading.span(context));
  }

  private QuotaClause.Deny denial(TollParser.DenialContext context, ParserRuleContext line) {
    return new QuotaClause.Deny(
        reading.nameIfAny(context.word()),
        reading.title(context.text()),
        periods.readIfAny(context.period()),
        conditions.when(context.when()),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        reading.span(line));
  }
}
