package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Action;
import dev.tollgate.grammar.tree.CaseOfTable;
import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.PointInTime;
import dev.tollgate.grammar.tree.TestClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads tests. A line that says an account and what to expect of it becomes two clauses. */
final class TestReader extends TreeReader<TestClause> {

  private final Reading reading;
  private final AccountItemReader items;
  private final ActionReader actions;
  private final ExpectationReader expectations;

  TestReader(Reading reading) {
    this.reading = reading;
    this.items = new AccountItemReader(reading);
    this.actions = new ActionReader(reading);
    this.expectations = new ExpectationReader(reading);
  }

  Declaration.Test read(TollParser.TestContext context) {
    List<TestClause> clauses = new ArrayList<>();
    for (TollParser.TestClauseContext clause :
        reading.sound(context.testBlock(), context.testBlock().testClause())) {
      clauses.add(visit(clause));
      if (clause instanceof TollParser.AccountContext account && account.expect() != null) {
        clauses.add(expected(account.expect()));
      }
    }
    return new Declaration.Test(
        reading.text(context.testHeader().text()),
        row(context.testHeader().text().getStart()),
        clauses,
        reading.span(context));
  }

  /** The row that a test was made of, by its title's word. */
  private Optional<CaseOfTable> row(Token title) {
    return title instanceof CaseToken filled
        ? Optional.of(
            new CaseOfTable(
                filled.columns(), reading.span(filled.row().first(), filled.row().last())))
        : Optional.empty();
  }

  @Override
  public TestClause visitAccount(TollParser.AccountContext context) {
    TollParser.AccountItemsContext account = context.accountItems();
    Span span = reading.span(context.getStart(), account.getStop());
    return new TestClause.Account(items.read(account), span);
  }

  @Override
  public TestClause visitBought(TollParser.BoughtContext context) {
    return new TestClause.Bought(
        reading.numeral(context.NUMBER()), reading.name(context.word()), reading.span(context));
  }

  @Override
  public TestClause visitUses(TollParser.UsesContext context) {
    return new TestClause.Uses(
        reading.numeral(context.NUMBER()), reading.name(context.word()), reading.span(context));
  }

  @Override
  public TestClause visitAsOf(TollParser.AsOfContext context) {
    return new TestClause.AsOf(reading.point(context.point()), reading.span(context));
  }

  @Override
  public TestClause visitStep(TollParser.StepContext context) {
    Optional<PointInTime> at = Optional.ofNullable(context.point()).map(reading::point);
    return step(at, actions.visit(context.action()), context.expect(), context);
  }

  @Override
  public TestClause visitChange(TollParser.ChangeContext context) {
    TollParser.AccountItemsContext account = context.accountItems();
    Span span = reading.span(context.ACCOUNT().getSymbol(), account.getStop());
    Action change = new Action.Change(items.read(account), span);
    return step(Optional.of(reading.point(context.point())), change, context.expect(), context);
  }

  @Override
  public TestClause visitCandidate(TollParser.CandidateContext context) {
    return new TestClause.Candidate(reading.textBlock(context.textBlock()), reading.span(context));
  }

  @Override
  public TestClause visitExpected(TollParser.ExpectedContext context) {
    return expected(context.expect());
  }

  private TestClause step(
      Optional<PointInTime> at,
      Action action,
      TollParser.@Nullable ExpectContext expect,
      ParserRuleContext line) {
    return new TestClause.Step(at, action, expectations.read(expect), reading.span(line));
  }

  private TestClause expected(TollParser.ExpectContext expect) {
    return new TestClause.Expect(expectations.read(expect), reading.span(expect));
  }
}
