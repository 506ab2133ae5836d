package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntitlementsTest {

  private static final Product PRODUCT =
      Crm.product(
          Draft.during(
              Draft.from("2026-02-01"),
              Draft.rule("a", "credits", Draft.edition("standard"), Draft.add(5))),
          Draft.rule("b", "credits", Draft.word("sector", "retail"), Draft.add(1)));

  private static final Profile ACME = retail("acme", 10);
  private final Resolver resolver = new Resolver(Draft.policy(PRODUCT));
  private final Entitlements entitlements = new Entitlements(resolver, 10);

  private static Profile retail(String account, long users) {
    Profile profile =
        Draft.stating(Crm.users("standard", users), Map.of("sector", Value.word("retail")));
    return Draft.named(account, profile);
  }

  private List<Resolved> ask(Profile profile, Instant at) {
    return entitlements.of(PRODUCT, profile, at);
  }

  @Test
  void theSameQuestionGetsTheSameObject() {
    List<Resolved> first = ask(ACME, Crm.NOON);

    assertThat(ask(ACME, Crm.NOON.plusSeconds(60))).isSameAs(first);
    assertThat(first).isEqualTo(resolver.resolve(PRODUCT, ACME, Crm.NOON));
  }

  @Test
  void aChangedProfileIsResolvedAnew() {
    ask(ACME, Crm.NOON);

    assertThat(available(ask(retail("acme", 20), Crm.NOON))).isEqualTo(10_001);
  }

  @Test
  void termsAreResolvedAnewFromTheInstantAtWhichTheyChange() {
    Instant change = Instant.parse("2026-02-01T00:00:00Z");

    assertThat(available(ask(ACME, change.minusMillis(1)))).isEqualTo(7_501);
    assertThat(available(ask(ACME, change))).isEqualTo(7_506);
  }

  @Test
  void anEarlierMomentIsNotAnsweredWithLaterTerms() {
    ask(ACME, Instant.parse("2026-02-01T00:00:00Z"));

    assertThat(available(ask(ACME, Crm.NOON))).isEqualTo(7_501);
  }

  @Test
  void anAccountThatIsNotStoredIsNotRemembered() {
    Profile described = Draft.stating(Crm.users("standard", 1), ACME.facts());
    ask(described, Crm.NOON);

    assertThat(entitlements.size()).isZero();
  }

  @Test
  void aForgottenAccountIsResolvedAnew() {
    List<Resolved> first = ask(ACME, Crm.NOON);
    entitlements.forget("crm", "acme");

    assertThat(ask(ACME, Crm.NOON)).isEqualTo(first).isNotSameAs(first);
  }

  @Test
  void onlySoManyAccountsAreRememberedAndThoseThatAskStay() {
    List<Resolved> first = ask(ACME, Crm.NOON);
    for (int account = 0; account < 200; account++) {
      ask(retail("account" + account, 1), Crm.NOON);
      assertThat(ask(ACME, Crm.NOON)).isSameAs(first);
    }

    assertThat(entitlements.size()).isLessThanOrEqualTo(2 * 11);
  }

  @Test
  void manyThreadsGetTheTermsOfTheirOwnAccounts() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Long>> questions =
          IntStream.range(0, 400)
              .<Callable<Long>>mapToObj(
                  users ->
                      () -> available(ask(retail("account" + users % 40, users % 40), Crm.NOON)))
              .toList();
      List<Future<Long>> answers = threads.invokeAll(questions);
      for (int users = 0; users < answers.size(); users++) {
        assertThat(answers.get(users).get()).isEqualTo(5_001 + 250L * (users % 40));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static long available(List<Resolved> resolved) {
    return ((Entitlement) resolved.get(0)).available();
  }
}
