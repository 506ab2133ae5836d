package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Entitlement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant CHANGE = Instant.parse("2026-02-01T00:00:00Z");

  private final PolicyInForce.Snapshot snapshot =
      PolicyInForce.Snapshot.of(
          Shop.policy(
              """
              unit credit, credits
              seat user, users
              quota credits in credits {
                per     account
                window  rolling 24 hours
                version before until 2026-02-01 {
                  allot base 5_000 + 250 per user
                }
                version after from 2026-02-01 {
                  allot base 5_005 + 250 per user
                }
              }
              """,
              """
              contract "named" for p account globex {
                allot credits  base 9_000
              }
              """),
          NOON);
  private final Product product = snapshot.product("p");
  private final Subjects subjects = new Subjects(10);

  private static Account account(String id, long users) {
    return new Account(
        "p",
        id,
        Timeline.<Optional<StatedProfile>>empty()
            .with(Instant.EPOCH, Optional.of(StatedProfile.NOTHING.withSeats("users", users))),
        Timeline.empty(),
        users);
  }

  private TermsAt ask(Account account, Instant at) {
    return subjects.of(snapshot, product, account).termsNow(at).orElseThrow();
  }

  private static long available(TermsAt terms) {
    return ((Entitlement) terms.quotas().get(0)).available();
  }

  @Test
  void theSameQuestionGetsTheSameObject() {
    Account acme = account("acme", 10);
    TermsAt first = ask(acme, NOON);

    assertThat(ask(acme, NOON.plusSeconds(60))).isSameAs(first);
    assertThat(available(first)).isEqualTo(7_500);
  }

  @Test
  void anAccountThatIsReadAgainUnchangedIsTheSame() {
    TermsAt first = ask(account("acme", 10), NOON);

    assertThat(ask(account("acme", 10), NOON)).isSameAs(first);
  }

  @Test
  void aChangedAccountIsReadAnew() {
    ask(account("acme", 10), NOON);

    assertThat(available(ask(account("acme", 20), NOON))).isEqualTo(10_000);
  }

  @Test
  void termsAreResolvedAnewFromTheInstantAtWhichTheyChange() {
    Account acme = account("acme", 10);

    assertThat(available(ask(acme, CHANGE.minusMillis(1)))).isEqualTo(7_500);
    assertThat(available(ask(acme, CHANGE))).isEqualTo(7_505);
  }

  @Test
  void anEarlierMomentIsNotAnsweredWithLaterTerms() {
    Account acme = account("acme", 10);
    ask(acme, CHANGE);

    assertThat(available(ask(acme, NOON))).isEqualTo(7_500);
  }

  @Test
  void aPlannedChangeOfTheAccountIsNotAnsweredWithEarlierTerms() {
    Account acme = account("acme", 10);
    Instant planned = NOON.plusSeconds(1);
    Account planning =
        new Account(
            "p",
            "acme",
            acme.profiles()
                .with(planned, Optional.of(StatedProfile.NOTHING.withSeats("users", 20))),
            acme.addOns(),
            11);

    assertThat(available(ask(planning, planned.minusMillis(1)))).isEqualTo(7_500);
    assertThat(available(ask(planning, planned))).isEqualTo(10_000);
  }

  @Test
  void whatAnAccountWouldComeToOtherwiseIsNotRemembered() {
    Subject acme = subjects.of(snapshot, product, account("acme", 10));
    acme.holding(Map.of()).termsNow(NOON);
    TermsAt later = acme.termsAt(CHANGE).orElseThrow();

    assertThat(acme.termsNow(NOON).orElseThrow()).isNotSameAs(later);
    assertThat(available(acme.termsNow(NOON).orElseThrow())).isEqualTo(7_500);
  }

  @Test
  void aForgottenAccountIsReadAnew() {
    Account acme = account("acme", 10);
    TermsAt first = ask(acme, NOON);
    subjects.forget("p", "acme");

    assertThat(ask(acme, NOON)).isNotSameAs(first);
  }

  @Test
  void accountsOfOneProfileShareTermsAndNotCounters() {
    TermsAt acme = ask(account("acme", 10), NOON);
    TermsAt umbrella = ask(account("umbrella", 10), NOON.plusSeconds(60));
    Entitlement shared = (Entitlement) acme.quotas().get(0);

    assertThat(umbrella.quotas().get(0)).isSameAs(shared);
    assertThat(umbrella.enforced(shared).key(Optional.of("umbrella"), List.of()))
        .isNotEqualTo(acme.enforced(shared).key(Optional.of("acme"), List.of()));
  }

  @Test
  void anAccountThatAContractNamesSharesNothing() {
    assertThat(available(ask(account("acme", 10), NOON))).isEqualTo(7_500);
    assertThat(available(ask(account("globex", 10), NOON))).isEqualTo(9_000);
    assertThat(available(ask(account("umbrella", 10), NOON))).isEqualTo(7_500);
  }

  @Test
  void sharedTermsAreNotThoseOfAnEarlierOrLaterMoment() {
    assertThat(available(ask(account("acme", 10), CHANGE.minusMillis(1)))).isEqualTo(7_500);
    assertThat(available(ask(account("umbrella", 10), CHANGE))).isEqualTo(7_505);
    assertThat(available(ask(account("initech", 10), NOON))).isEqualTo(7_500);
  }

  @Test
  void onlySoManyAccountsAreRememberedAndThoseThatAskStay() {
    Account acme = account("acme", 10);
    TermsAt first = ask(acme, NOON);
    for (int other = 0; other < 200; other++) {
      ask(account("account" + other, 1), NOON);
      assertThat(ask(acme, NOON)).isSameAs(first);
    }

    assertThat(subjects.size()).isLessThanOrEqualTo(2 * 11);
  }

  @Test
  void manyThreadsGetTheTermsOfTheirOwnAccounts() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Long>> questions =
          IntStream.range(0, 400)
              .<Callable<Long>>mapToObj(
                  users -> () -> available(ask(account("account" + users % 40, users % 40), NOON)))
              .toList();
      List<Future<Long>> answers = threads.invokeAll(questions);
      for (int users = 0; users < answers.size(); users++) {
        assertThat(answers.get(users).get()).isEqualTo(5_000 + 250L * (users % 40));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
