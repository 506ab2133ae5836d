package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.AccountItem;
import dev.tollgate.grammar.tree.Expectation;
import dev.tollgate.grammar.tree.PointInTime;
import dev.tollgate.grammar.tree.Target;
import dev.tollgate.grammar.tree.TestClause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tests speak of what there is, say when they happen, and expect something. */
final class CheckTests implements Stage {

  private record Title(String product, String title) {}

  @Override
  public void run(Draft draft) {
    Map<Title, Span> titles = new HashMap<>();
    Set<Span> timeless = new HashSet<>();
    for (WrittenTest test : draft.tests) {
      String name = test.test().name();
      Span place = test.test().place();
      Span first = titles.putIfAbsent(new Title(test.target().product().text(), name), place);
      if (first != null) {
        draft.findings.add(Names.declaredTwice(name, place, first));
      }
      subject(draft, test.target())
          .ifPresent(subject -> new OneTest(subject, test, timeless).check());
    }
  }

  /** What a header names; a wrong name in it is one mistake, however many tests stand below. */
  static Optional<TestSubject> subject(Draft draft, Target target) {
    Optional<ProductDraft> product = draft.productNames.find(target.product());
    if (product.isEmpty() || target.quota().isEmpty()) {
      return product.map(found -> new TestSubject(found, Optional.empty()));
    }
    return product
        .get()
        .quotas
        .find(target.quota().get())
        .map(quota -> new TestSubject(product.get(), Optional.of(quota)));
  }

  private static final class OneTest implements TestClause.Visitor<Boolean> {

    private final TestSubject subject;
    private final WrittenTest written;
    private final Findings findings;
    private final Set<Span> timeless;
    private boolean hasAccount;
    private boolean hasTime;
    private boolean hasText;

    /**
     * One of the tests of the rule files.
     *
     * @param timeless the headers of which it is said that they give no time
     */
    OneTest(TestSubject subject, WrittenTest written, Set<Span> timeless) {
      this.timeless = timeless;
      this.subject = subject;
      this.written = written;
      this.findings = subject.product().findings();
      this.hasTime = written.asOf().isPresent();
    }

    void check() {
      boolean expects = false;
      for (TestClause clause : written.test().clauses()) {
        expects |= clause.accept(this);
      }
      // What the test lacks may stand in a line of it that could not be read.
      boolean isDamaged = subject.product().draft.isDamaged(written.test().title().value());
      if (!expects && !isDamaged) {
        findings.add(
            Diagnostic.of(
                    DiagnosticCode.SAYS_NOTHING,
                    written.test().title().span(),
                    "the test expects nothing")
                .withHint("add a line such as `expect allotment 5_000`"));
      }
      boolean needsAccount =
          !hasAccount
              && !subject.product().editions.isEmpty()
              && !(hasText && written.test().clauses().stream().allMatch(OneTest::isOfText));
      if (needsAccount && !isDamaged) {
        findings.add(
            Diagnostic.of(
                    DiagnosticCode.CLAUSE_MISSING,
                    written.test().title().span(),
                    "the test says nothing of the account")
                .withHint("add a line such as `account free`"));
      }
    }

    @Override
    public Boolean account(TestClause.Account account) {
      boolean edition =
          account.items().stream().anyMatch(item -> item instanceof AccountItem.Edition);
      if (!hasAccount && !edition && !subject.product().editions.isEmpty()) {
        findings.add(DiagnosticCode.CLAUSE_MISSING, account.span(), "the account has no edition");
      }
      hasAccount = true;
      TestAccounts accounts = new TestAccounts(subject.product());
      account.items().forEach(item -> item.accept(accounts));
      return false;
    }

    @Override
    public Boolean bought(TestClause.Bought bought) {
      subject.amount(bought.amount(), bought.addOn());
      return false;
    }

    @Override
    public Boolean uses(TestClause.Uses uses) {
      subject.amount(uses.limit(), uses.addOn());
      return false;
    }

    @Override
    public Boolean asOf(TestClause.AsOf asOf) {
      hasTime = true;
      return false;
    }

    @Override
    public Boolean candidate(TestClause.Candidate candidate) {
      hasText = true;
      return false;
    }

    /** Whether a line is about a text that somebody might write, and so about no account. */
    private static boolean isOfText(TestClause clause) {
      return clause instanceof TestClause.Candidate
          || (clause instanceof TestClause.Expect expect
              && expect.expectations().stream().allMatch(Expectation::isOfText));
    }

    @Override
    public Boolean step(TestClause.Step step) {
      happens(step, step.at());
      boolean refused =
          step.expectations().stream().anyMatch(each -> each instanceof Expectation.Refused);
      // A step that is to be refused is wrong on purpose.
      if (!refused) {
        step.action().accept(new TestSteps(subject));
      }
      step.expectations().stream().filter(Expectation::isOfText).forEach(this::misplaced);
      return expects(step.expectations());
    }

    @Override
    public Boolean expect(TestClause.Expect expect) {
      if (!isOfText(expect)) {
        happens(expect, Optional.empty());
        expect.expectations().stream().filter(Expectation::isOfText).forEach(this::misplaced);
      } else if (!hasText) {
        findings.add(
            Diagnostic.of(
                    DiagnosticCode.CLAUSE_MISSING,
                    expect.span(),
                    "no `text` stands above this in the test")
                .withHint("say what is read: `text` and the lines between `\"\"\"` and `\"\"\"`"));
      }
      return expects(expect.expectations());
    }

    private void misplaced(Expectation expectation) {
      findings.add(
          DiagnosticCode.CLAUSE_MISPLACED,
          expectation.span(),
          "what is said of a text is expected on a line of its own");
    }

    private boolean expects(List<Expectation> expectations) {
      TestExpectations judged = new TestExpectations(subject);
      expectations.forEach(expectation -> expectation.accept(judged));
      return !expectations.isEmpty();
    }

    private void happens(TestClause clause, Optional<PointInTime> at) {
      Span header = written.target().span();
      if (!hasTime && at.isEmpty() && timeless.add(header)) {
        findings.add(
            Diagnostic.of(
                    DiagnosticCode.TEST_WITHOUT_TIME,
                    clause.span(),
                    "nothing says when this happens")
                .withRelated(header, "the tests below this one have no time of their own")
                .withHint("say `as of DATE` in the test or in the header above it"));
      }
      hasTime = true;
    }
  }
}
