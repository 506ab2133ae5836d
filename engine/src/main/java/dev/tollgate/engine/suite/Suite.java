package dev.tollgate.engine.suite;

import dev.tollgate.engine.compile.WrittenTest;
import dev.tollgate.engine.coverage.Observation;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.InMemoryAccounts;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Target;
import dev.tollgate.grammar.tree.TestClause;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs tests of the rule files on the policy of the same files. Tests do not see each other: each
 * has accounts, a ledger and a clock of its own. Not safe for use by several threads.
 */
public final class Suite {

  private final Policy policy;
  private final Titles titles;
  private final Candidates candidates;
  private final Consumer<Observation> observer;
  private final Map<String, PolicyInForce> judged = new HashMap<>();

  public Suite(Policy policy) {
    this(policy, unobserved -> {});
  }

  /**
   * @param observer told of every step whose expectations were met
   */
  public Suite(Policy policy, Consumer<Observation> observer) {
    this.policy = policy;
    this.observer = observer;
    this.titles = new Titles(policy);
    this.candidates = new Candidates(policy.files());
  }

  /** All of them, in the order given. */
  public List<TestResult> run(List<WrittenTest> tests) {
    return tests.stream().map(this::run).toList();
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if the test was not written for this policy
   */
  public TestResult run(WrittenTest written) {
    return run(written, policy.files(), observer);
  }

  /**
   * One that need not stand in a file.
   *
   * @param files the rule files by name, and the text of the test
   */
  TestResult run(WrittenTest written, Map<String, String> files, Consumer<Observation> told) {
    Optional<Failure> failure = Optional.empty();
    TestRun run = begin(written, files, told);
    for (TestClause clause : written.test().clauses()) {
      failure = clause.accept(run);
      if (failure.isPresent()) {
        break;
      }
    }
    Span place = written.test().place();
    return new TestResult(
        name(written.target()),
        written.test().name(),
        new Place(place.file(), place.line(), place.column()),
        failure);
  }

  private TestRun begin(
      WrittenTest written, Map<String, String> files, Consumer<Observation> told) {
    PolicyInForce inForce =
        judged
            .computeIfAbsent(name(written.target()), target -> judge(written.target()))
            .forOtherAccounts();
    Product product = product(inForce.current().policy(), written.target());
    TestClock clock = new TestClock(Instant.EPOCH);
    InMemoryAccounts accounts = new InMemoryAccounts();
    Ledger<Remembered, Settlement> ledger = new InMemoryLedger<>();
    Decider decider = new Decider(inForce, accounts, ledger, clock);
    TestAccount account =
        new TestAccount(product, new AccountChanges(inForce, accounts, ledger, clock), decider);
    Performer performer = new Performer(decider, account);
    Watcher watcher = new Watcher(account, clock, told);
    return new TestRun(written, account, performer, clock, titles, files, candidates, watcher);
  }

  private PolicyInForce judge(Target target) {
    Policy part = JudgedPolicy.of(policy, product(policy, target), target.quota().map(Name::text));
    return new PolicyInForce(part, Instant.EPOCH);
  }

  private static Product product(Policy policy, Target target) {
    String name = target.product().text();
    return policy
        .product(name)
        .orElseThrow(() -> new IllegalArgumentException("no such product: " + name));
  }

  private static String name(Target target) {
    String product = target.product().text();
    return target.quota().map(quota -> product + "." + quota.text()).orElse(product);
  }
}
