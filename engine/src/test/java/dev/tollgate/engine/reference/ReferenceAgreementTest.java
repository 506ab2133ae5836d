package dev.tollgate.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.Denied;
import dev.tollgate.engine.decide.QuotaState;
import dev.tollgate.engine.decide.Retry;
import dev.tollgate.engine.decide.Way;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.parse.SourceParser;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The engine against the plain reading of the language, on random policies and traffic. */
class ReferenceAgreementTest {

  private static final int CALLS = 40;

  @Property(tries = 200)
  void theEngineAnswersWhatThePlainReadingAnswers(@ForAll long seed) {
    Random random = new Random(seed);
    RandomPolicy writer = new RandomPolicy(random);
    String text = writer.write();
    SourceText source = SourceText.of("shop.toll", text);
    Compiled compiled = Compiler.compile(List.of(source));
    assertThat(compiled.diagnostics())
        .as(text)
        .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    RandomTraffic traffic = new RandomTraffic(random, LocalDate.parse(writer.turn));
    Run run =
        new Run(
            text,
            new Reference(SourceParser.parse(source).tree()),
            new RealEngine(compiled.policy().orElseThrow(), traffic.next()),
            random);
    boolean sells = text.contains("addon");
    List<ReferenceAccount> accounts =
        List.of(traffic.account("acme", sells), traffic.account("globex", sells));
    accounts.forEach(run.engine()::put);
    for (int number = 0; number < CALLS; number++) {
      ReferenceAccount account = accounts.get(random.nextInt(accounts.size()));
      run.call(account, traffic.call(text.contains("calls open")), traffic.next());
    }
  }

  private record Run(
      String text, Reference reference, RealEngine engine, Random random, List<Running> running) {

    /** An allowed call that may still be ended. */
    record Running(String decisionId, Reference.Consumed consumed) {}

    Run(String text, Reference reference, RealEngine engine, Random random) {
      this(text, reference, engine, random, new ArrayList<>());
    }

    void call(ReferenceAccount account, ReferenceCall call, Instant at) {
      String where = account + "\n" + call + "\nat " + at + "\n" + text;
      List<Reference.Standing> before = reference.standings(account, call, at);
      Decision decision = engine.consume(account, call, at);
      boolean fits = before.stream().allMatch(Reference.Standing::hasRoom);
      assertThat(decision.allowed()).as("allowed: " + before + "\n" + where).isEqualTo(fits);
      assertThat(decision.cost().keySet())
          .as("counted\n" + where)
          .containsExactlyElementsOf(before.stream().map(Reference.Standing::quota).toList());
      before.forEach(
          standing ->
              assertThat(decision.cost().get(standing.quota()))
                  .as("cost in " + standing.quota() + "\n" + where)
                  .isEqualByComparingTo(standing.cost()));
      if (fits) {
        Reference.Consumed consumed = reference.consume(account, call, at);
        running.add(new Running(decision.decisionId().orElseThrow(), consumed));
        assertThat(
                decision.charge().map(charge -> charge.amount().amount()).orElse(BigDecimal.ZERO))
            .as("charge\n" + where)
            .isEqualByComparingTo(consumed.charge().orElse(BigDecimal.ZERO));
      } else {
        denied(account, call, at, before, decision.denied().orElseThrow(), where);
      }
      agree(reference.standings(account, call, at), decision.quotas(), where);
      endSome(at);
    }

    private void denied(
        ReferenceAccount account,
        ReferenceCall call,
        Instant at,
        List<Reference.Standing> before,
        Denied denied,
        String where) {
      List<String> full =
          before.stream()
              .filter(standing -> !standing.hasRoom())
              .map(Reference.Standing::quota)
              .toList();
      assertThat(denied.quota()).as("denied by\n" + where).isEqualTo(full.get(0));
      assertThat(denied.also()).as("also\n" + where).isEqualTo(full.subList(1, full.size()));
      if (denied.retry() instanceof Retry.At retry) {
        assertThat(reference.hasRoom(account, call, retry.at()))
            .as("room at the promised " + retry.at() + "\n" + where)
            .isTrue();
        assertNoRoomBefore(account, call, at, retry.at(), where);
      } else if (denied.retry() instanceof Retry.Never) {
        assertNoRoomBefore(account, call, at, at.plus(Duration.ofDays(400)), where);
      }
      denied.ways().forEach(way -> assertWorks(way, account, call, at, denied, where));
    }

    /** Goes the way: whoever does what it says gets through, and could not have had it for less. */
    private void assertWorks(
        Way way,
        ReferenceAccount account,
        ReferenceCall call,
        Instant at,
        Denied denied,
        String where) {
      String what = way + "\n" + denied + "\n" + where;
      if (way instanceof Way.Wait wait) {
        assertThat(denied.retryAt()).as(what).contains(wait.until());
      } else if (way instanceof Way.ChangeEdition change) {
        Decision there = engine.checkIn(change.edition(), account, call, at);
        assertThat(there.allowed()).as(what).isTrue();
        assertThat(limit(there, denied)).as(what).isEqualTo(change.limit());
      } else if (way instanceof Way.Buy buy) {
        assertThat(allowedHolding(buy, buy.amount(), account, call, at)).as(what).isTrue();
        BigDecimal less = buy.amount().subtract(buy.amount().ulp());
        assertThat(allowedHolding(buy, less, account, call, at)).as("less than " + what).isFalse();
      }
    }

    private boolean allowedHolding(
        Way.Buy buy, BigDecimal amount, ReferenceAccount account, ReferenceCall call, Instant at) {
      return engine.checkHolding(buy.addOn(), amount, account, call, at).allowed();
    }

    private static Optional<BigDecimal> limit(Decision decision, Denied denied) {
      return decision.quotas().stream()
          .filter(state -> state.quota().equals(denied.quota()))
          .findFirst()
          .flatMap(QuotaState::limit);
    }

    /** Looks one millisecond before the end and at some moments on the way. */
    private void assertNoRoomBefore(
        ReferenceAccount account, ReferenceCall call, Instant from, Instant until, String where) {
      List<Instant> looks = new ArrayList<>(List.of(until.minusMillis(1)));
      long length = Duration.between(from, until).toMillis();
      for (int look = 0; look < 10; look++) {
        looks.add(from.plusMillis((long) (random.nextDouble() * length)));
      }
      for (Instant look : looks) {
        assertThat(reference.hasRoom(account, call, look))
            .as("room already at " + look + ", said from " + until + "\n" + where)
            .isFalse();
      }
    }

    private void agree(List<Reference.Standing> standings, List<QuotaState> quotas, String where) {
      for (Reference.Standing standing : standings) {
        QuotaState state =
            quotas.stream()
                .filter(quota -> quota.quota().equals(standing.quota()))
                .findFirst()
                .orElseThrow();
        String what = standing + "\n" + state + "\n" + where;
        assertThat(state.limit().orElse(ReferenceAmounts.NO_LIMIT))
            .as("limit " + what)
            .isEqualByComparingTo(standing.limit());
        assertThat(state.used().orElseThrow())
            .as("used " + what)
            .isEqualByComparingTo(standing.used());
        assertThat(state.remaining().orElse(standing.remaining()))
            .as("remaining " + what)
            .isEqualByComparingTo(standing.remaining());
      }
    }

    private void endSome(Instant at) {
      if (!running.isEmpty() && random.nextInt(4) == 0) {
        Running one = running.remove(random.nextInt(running.size()));
        engine.end(one.decisionId(), at);
        one.consumed().end();
      }
    }
  }
}
