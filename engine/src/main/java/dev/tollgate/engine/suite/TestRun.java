package dev.tollgate.engine.suite;

import dev.tollgate.engine.compile.WrittenTest;
import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.Conflict;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.AccountItem;
import dev.tollgate.grammar.tree.Action;
import dev.tollgate.grammar.tree.CaseOfTable;
import dev.tollgate.grammar.tree.Expectation;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.PointInTime;
import dev.tollgate.grammar.tree.TestClause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One test while it runs, line by line. Answers with the first expectation of a line that is not
 * met, and with the line itself where it went otherwise than any test may silently go: a step is
 * denied or refused only where its line says so.
 */
final class TestRun implements TestClause.Visitor<Optional<Failure>> {

  private final TestAccount account;
  private final Performer performer;
  private final TestClock clock;
  private final Titles titles;
  private final Receipts receipts;
  private final Asked asked;
  private final Map<String, String> files;
  private final Candidates candidates;
  private final Watcher watcher;
  private final Optional<CaseOfTable> row;
  private final List<Charge> charges = new ArrayList<>();
  private final Set<Because> lines = new LinkedHashSet<>();

  /** Lines about what the account holds, which is refused only when something happens. */
  private final List<Because> held = new ArrayList<>();

  private List<Diagnostic> diagnostics = List.of();

  /**
   * When the first step happens unless it says so itself. A bare date waits for the account's zone.
   */
  private Optional<PointInTime> start;

  private boolean begun;

  /**
   * @param files the rule files by name, for the author's own words
   */
  TestRun(
      WrittenTest written,
      TestAccount account,
      Performer performer,
      TestClock clock,
      Titles titles,
      Map<String, String> files,
      Candidates candidates,
      Watcher watcher) {
    this.start = written.asOf();
    this.row = written.test().row();
    this.account = account;
    this.performer = performer;
    this.clock = clock;
    this.titles = titles;
    this.receipts = new Receipts(account, titles::clause, titles.lines());
    this.asked = new Asked(account.product(), titles.lines());
    this.files = files;
    this.candidates = candidates;
    this.watcher = watcher;
  }

  @Override
  public Optional<Failure> account(TestClause.Account clause) {
    if (begun) {
      return step(Optional.empty(), new Action.Change(clause.items(), clause.span()), List.of());
    }
    for (AccountItem item : clause.items()) {
      if (item instanceof AccountItem.Id id) {
        account.call(id.id().value());
      }
    }
    account.become(performer.profile(clause.items()));
    return Optional.empty();
  }

  @Override
  public Optional<Failure> bought(TestClause.Bought bought) {
    return hold(Holding.Mode.BOUGHT, bought.amount(), bought.addOn().text(), bought.span());
  }

  @Override
  public Optional<Failure> uses(TestClause.Uses uses) {
    return hold(Holding.Mode.USED, uses.limit(), uses.addOn().text(), uses.span());
  }

  @Override
  public Optional<Failure> asOf(TestClause.AsOf asOf) {
    if (begun) {
      return moveTo(asOf.point());
    }
    start = Optional.of(asOf.point());
    return Optional.empty();
  }

  @Override
  public Optional<Failure> candidate(TestClause.Candidate candidate) {
    diagnostics = candidates.diagnostics(candidate.text().value());
    return Optional.empty();
  }

  @Override
  public Optional<Failure> step(TestClause.Step step) {
    return step(step.at(), step.action(), step.expectations());
  }

  @Override
  public Optional<Failure> expect(TestClause.Expect expect) {
    if (expect.expectations().stream().allMatch(Expectation::isOfText)) {
      return firstUnmet(Finding.ofText(diagnostics), expect.expectations(), List.of());
    }
    Finding finding =
        found(
            () -> {
              begin(start);
              return Finding.noCall(charges, List.copyOf(lines));
            });
    return finding.verdict() == Finding.Verdict.REFUSED
        ? wrong(expect.span(), finding, List.of(), held)
        : judged(finding, expect.expectations(), List.of());
  }

  private Optional<Failure> step(
      Optional<PointInTime> at, Action action, List<Expectation> expectations) {
    Optional<Failure> backwards = begun ? at.flatMap(this::moveTo) : Optional.empty();
    if (backwards.isPresent()) {
      return backwards;
    }
    Finding finding =
        found(
            () -> {
              begin(at.or(() -> start));
              return action.accept(performer);
            });
    charges.addAll(finding.charges());
    lines.addAll(finding.lines());
    List<Because> bounds = new ArrayList<>(action.accept(asked));
    bounds.addAll(held);
    watcher.happened(finding);
    boolean foreseen =
        switch (finding.verdict()) {
          case ALLOWED, NO_CALL -> true;
          case DENIED -> expectations.stream().anyMatch(Expectation.Denied.class::isInstance);
          case REFUSED -> expectations.stream().anyMatch(Expectation.Refused.class::isInstance);
          case MIXED -> false;
        };
    return foreseen
        ? judged(finding, expectations, bounds)
        : wrong(action.span(), finding, expectations, bounds);
  }

  /** What the test has said so far is how the account has always been. */
  private void begin(Optional<PointInTime> at) {
    if (begun) {
      return;
    }
    at.ifPresent(point -> clock.moveTo(Moments.of(point, account.zone())));
    account.begin();
    begun = true;
  }

  private Optional<Failure> hold(Holding.Mode mode, Numeral amount, String addOn, Span span) {
    held.addAll(asked.addOn(addOn));
    Finding finding =
        found(
            () -> {
              account.hold(addOn, new StatedHolding(mode, amount.value()));
              return Finding.noCall(List.of(), List.of());
            });
    return finding.verdict() == Finding.Verdict.REFUSED
        ? wrong(span, finding, List.of(), held)
        : Optional.empty();
  }

  /** Time goes forward only, as soon as something has happened. */
  private Optional<Failure> moveTo(PointInTime point) {
    Instant moment = Moments.of(point, account.zone());
    if (moment.isBefore(clock.instant())) {
      return Optional.of(
          new Failure(
              place(point.span()),
              "a moment from " + Wording.moment(clock.instant()),
              Wording.moment(moment),
              List.of()));
    }
    clock.moveTo(moment);
    return Optional.empty();
  }

  /** What a step comes to; a wrong one is a finding too. */
  private Finding found(Supplier<Finding> step) {
    try {
      return step.get();
    } catch (InvalidRequest wrong) {
      return Finding.refused(wrong.problems());
    } catch (NotFound unknown) {
      return Finding.refused(List.of(Problem.of("", "not-found", unknown.getMessage())));
    } catch (Conflict conflict) {
      return Finding.refused(
          List.of(Problem.of("", conflict.code().toString(), conflict.getMessage())));
    }
  }

  /**
   * @param bounds lines that say whether the step can be asked for
   */
  private Optional<Failure> judged(
      Finding finding, List<Expectation> expectations, List<Because> bounds) {
    Optional<Failure> unmet = firstUnmet(finding, expectations, bounds);
    if (unmet.isEmpty()) {
      watcher.met(finding, expectations);
    }
    return unmet;
  }

  private Optional<Failure> firstUnmet(
      Finding finding, List<Expectation> expectations, List<Because> bounds) {
    Judge judge = new Judge(account, finding, titles, expectations);
    for (Expectation expectation : expectations) {
      try {
        Optional<String> actual = expectation.accept(judge);
        if (actual.isPresent()) {
          List<Reason> receipt = receipt(finding, List.of(expectation), bounds);
          return Optional.of(unmet(expectation, actual.get(), receipt));
        }
      } catch (InvalidRequest wrong) {
        // What the account comes to cannot be counted, whichever figure is asked for.
        String refused = Finding.refused(wrong.problems()).verdictText();
        return Optional.of(unmet(expectation, refused, List.of()));
      }
    }
    return Optional.empty();
  }

  private Failure unmet(Expectation expectation, String actual, List<Reason> receipt) {
    String written = Wording.written(expectation.span(), files);
    String expected = row.map(cells -> cells.filled(written)).orElse(written);
    return new Failure(place(expectation.span()), expected, actual, receipt);
  }

  private Optional<Failure> wrong(
      Span span, Finding finding, List<Expectation> expectations, List<Because> bounds) {
    List<Reason> receipt = receipt(finding, expectations, bounds);
    return Optional.of(new Failure(place(span), "allowed", finding.verdictText(), receipt));
  }

  private List<Reason> receipt(
      Finding finding, List<Expectation> expectations, List<Because> bounds) {
    if (!finding.diagnostics().isEmpty()) {
      return finding.diagnostics().stream().map(TestRun::reason).toList();
    }
    return begun && finding.verdict() != Finding.Verdict.REFUSED
        ? receipts.of(finding, expectations, bounds)
        : receipts.refused(bounds);
  }

  private static Reason reason(Diagnostic diagnostic) {
    String line = "line " + diagnostic.span().line();
    return new Reason(Optional.empty(), line, List.of(diagnostic.message()));
  }

  private static Place place(Span span) {
    return new Place(span.file(), span.line(), span.column());
  }
}
