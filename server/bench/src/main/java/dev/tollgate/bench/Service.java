package dev.tollgate.bench;

import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.Accounts;
import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.InMemoryAccounts;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.server.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The decisions of a service without its HTTP: accounts {@code 0}, {@code 1}, … of the product of
 * {@code api.toll}, in which each call draws on two rolling quotas that never run out.
 *
 * @param written waits until what was decided may be answered
 */
record Service(PolicyInForce policy, Accounts accounts, Decider decider, Runnable written) {

  private static final String PRODUCT = "api";

  /** So many accounts differ from each other, each in its number of users. */
  private static final int PROFILES = 100;

  private static final InstantSource CLOCK = Clock.tickMillis(ZoneOffset.UTC);

  /** One that keeps nothing. */
  static Service inMemory(int accounts) {
    return in(new InMemoryLedger<>(), accounts);
  }

  /** One that keeps accounts in memory, and of decisions what the ledger keeps. */
  static Service in(Ledger<Remembered, Settlement> ledger, int accounts) {
    InMemoryAccounts known = new InMemoryAccounts();
    PolicyInForce policy = new PolicyInForce(compiled(), CLOCK.instant());
    fill(new AccountChanges(policy, known, ledger, CLOCK), accounts);
    return new Service(policy, known, new Decider(policy, known, ledger, CLOCK), () -> {});
  }

  /** The same of whose decisions nothing is remembered; what accounts come to is. */
  Service withNewLedger() {
    return new Service(
        policy, accounts, new Decider(policy, accounts, new InMemoryLedger<>(), CLOCK), written);
  }

  /** One that keeps everything in a store, which is empty yet. */
  static Service in(Store store, int accounts) {
    InstantSource clock = store.clock();
    PolicyInForce policy = new PolicyInForce(compiled(), clock.instant(), store.prices()::inForce);
    fill(new AccountChanges(policy, store.accounts(), store.ledger(), clock), accounts);
    store.awaitWritten();
    return new Service(
        policy,
        store.accounts(),
        new Decider(policy, store.accounts(), store.ledger(), store.quotes(), clock),
        store::awaitWritten);
  }

  private static void fill(AccountChanges accounts, int number) {
    for (int account = 0; account < number; account++) {
      StatedProfile profile = StatedProfile.ofEdition("pro").withSeats("user", account % PROFILES);
      accounts.putProfile(PRODUCT, name(account), profile, Optional.empty());
    }
  }

  private static Policy compiled() {
    return Compiler.compile(List.of(SourceText.of("api.toll", rules()))).policy().orElseThrow();
  }

  /** The rules of the product. */
  static String rules() {
    try (InputStream in = Service.class.getResourceAsStream("api.toll")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String name(int account) {
    return Integer.toString(account);
  }

  /** A call whose end nobody reports. */
  static CallRequest request(int account) {
    return CallRequest.of(PRODUCT, Asker.stored(name(account)), AskedCall.of("get")).withoutEnd();
  }

  /**
   * Decides a call, and waits until that may be answered.
   *
   * @throws IllegalStateException if it is denied, which would be too cheap to count
   */
  void consume(CallRequest request) {
    if (!decider.consume(request).allowed()) {
      throw new IllegalStateException("denied: " + request);
    }
    written.run();
  }
}
