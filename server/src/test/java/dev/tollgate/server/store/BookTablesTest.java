package dev.tollgate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.book.AccountBook;
import dev.tollgate.engine.book.Event;
import dev.tollgate.engine.book.Events;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.server.http.ServerSettings;
import dev.tollgate.server.http.SettableClock;
import dev.tollgate.server.http.TestService;
import dev.tollgate.server.http.reload.Rules;
import dev.tollgate.server.store.disk.Disk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was booked is there again after a restart, and no figure of it has changed. */
class BookTablesTest {

  private static final Policy POLICY =
      Rules.below(TestService.SHOP).compile().policy().orElseThrow();
  private static final AccountBook.Days USUAL =
      new AccountBook.Days(Optional.empty(), Optional.empty());

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-01-01T10:00:00Z");

  /** A service as far as it decides. */
  private final class Opened implements AutoCloseable {
    final Store store;
    final AccountChanges changes;
    final Decider decider;
    final AccountBook book;

    Opened(StoreSettings settings) {
      store = Store.open(settings, clock, ServerSettings.steady(clock));
      PolicyInForce policy = new PolicyInForce(POLICY, clock.instant());
      store.prices().inForce(POLICY, clock.instant());
      changes = new AccountChanges(policy, store.accounts(), store.ledger(), clock);
      decider = new Decider(policy, store.accounts(), store.ledger(), clock);
      book = new AccountBook(policy, changes, store.records(), clock);
    }

    Decision insert(long records) {
      AskedCall call = AskedCall.of("items.insert").with("records", records);
      return decider.consume(
          CallRequest.of("shop", Asker.stored("acme"), call).withKey("app", "erp").withoutEnd());
    }

    List<Event.Detail> events() {
      return store.events().after("shop", "acme", 0, 100).stream()
          .map(Events.Numbered::event)
          .map(Event::detail)
          .toList();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  @Test
  void whatWasUsedBilledAndToldIsTheSameAfterARestart() {
    AccountBook.Used used;
    List<String> statement;
    List<Event.Detail> events;
    try (Opened opened = new Opened(StoreSettings.in(folder))) {
      traffic(opened);
      used = opened.book.usage("shop", "acme", USUAL, List.of("call", "app", "day"));
      statement = days(opened);
      events = opened.events();
    }
    assertThat(used.rows()).hasSize(1);
    assertThat(used.rows().get(0).calls()).isEqualTo(25);
    assertThat(used.rows().get(0).included()).isEqualByComparingTo("200");
    assertThat(used.rows().get(0).billed()).isEqualByComparingTo("50");
    assertThat(statement).containsExactly("2026-01-01: [0.50 USD]");
    assertThat(events)
        .extracting(Event.Detail::type)
        .containsExactly(
            "profile-changed",
            "addon-changed",
            "threshold-crossed",
            "addon-changed",
            "addon-changed");

    try (Opened again = new Opened(StoreSettings.in(folder))) {
      assertThat(again.book.usage("shop", "acme", USUAL, List.of("call", "app", "day")))
          .isEqualTo(used);
      assertThat(days(again)).isEqualTo(statement);
      assertThat(again.events()).isEqualTo(events);
      assertThat(again.store.prices().history().entries()).hasSize(1);

      again.insert(100);
      assertThat(again.events()).as("a threshold is told once in a window").isEqualTo(events);
    }
  }

  /** 250 credits are used, 200 of them included, after one call of 26 was cancelled. */
  private void traffic(Opened opened) {
    opened.changes.putProfile("shop", "acme", StatedProfile.ofEdition("plus"), Optional.empty());
    opened.changes.putAddOn("shop", "acme", "extra", StatedHolding.used(100));
    String cancelled = "";
    for (int i = 0; i < 26; i++) {
      Decision decision = opened.insert(100);
      assertThat(decision.allowed()).isTrue();
      cancelled = decision.decisionId().orElseThrow();
    }
    opened.decider.cancel(cancelled);
    opened.changes.putAddOn("shop", "acme", "extra", StatedHolding.used(90));
    opened.changes.putAddOn("shop", "acme", "extra", StatedHolding.used(100));
  }

  private static List<String> days(Opened opened) {
    return opened.book.statement("shop", "acme", USUAL).days().stream()
        .map(day -> day.day() + ": " + day.totals())
        .toList();
  }

  @Test
  void memoryKeepsTheSameBookUntilItIsClosed() {
    try (Opened opened = new Opened(StoreSettings.memory())) {
      traffic(opened);
      assertThat(days(opened)).containsExactly("2026-01-01: [0.50 USD]");
    }
  }

  @Test
  void whatIsBoughtIsPaidDayByDayAcrossRestarts() {
    try (Opened opened = new Opened(StoreSettings.in(folder))) {
      opened.changes.putProfile("shop", "acme", StatedProfile.ofEdition("plus"), Optional.empty());
      opened.changes.putAddOn("shop", "acme", "extra", StatedHolding.bought(300));
    }
    clock.advance(Duration.ofDays(1));
    try (Opened again = new Opened(StoreSettings.in(folder))) {
      assertThat(days(again)).containsExactly("2026-01-01: [2.50 USD]", "2026-01-02: [2.50 USD]");
    }
  }

  @Test
  void usageAndEventsAreForgottenAfter800DaysAndMoneyNever() {
    try (Opened opened = new Opened(StoreSettings.in(folder))) {
      traffic(opened);
    }
    forget(Duration.ofDays(801));
    try (Opened again = new Opened(StoreSettings.in(folder))) {
      assertThat(usageRows(again)).isPositive();
    }
    forget(Duration.ofDays(802));
    try (Opened again = new Opened(StoreSettings.in(folder))) {
      assertThat(usageRows(again)).isZero();
      assertThat(again.events()).as("but for the last, whose number counts on").hasSize(1);
      assertThat(days(again)).containsExactly("2026-01-01: [0.50 USD]");
    }
  }

  private void forget(Duration after) {
    try (Disk disk = Disk.in(folder, false)) {
      disk.start((lastWritten, closing) -> Optional.empty());
      disk.append(new TableEntry("forgets", new Forgetting(() -> clock.instant().plus(after))));
    }
  }

  private static long usageRows(Opened opened) {
    AtomicLong rows = new AtomicLong();
    LocalDate day = LocalDate.parse("2026-01-01");
    opened.store.records().usage("shop", "acme", day, day, any -> rows.incrementAndGet());
    return rows.get();
  }

  @Test
  void receiversAreFoundWhereTheyWereLeft() {
    try (Opened opened = new Opened(StoreSettings.in(folder))) {
      assertThat(opened.store.cursors().read("http://one")).isEmpty();
      opened.store.cursors().note("http://one", 7);
    }
    try (Opened again = new Opened(StoreSettings.in(folder))) {
      assertThat(again.store.cursors().read("http://one")).hasValue(7);
      again.store.happened(
          new Event(
              clock.instant(),
              "",
              "",
              new Event.ClockJumped(clock.instant(), clock.instant().plusSeconds(60))));
      again.store.awaitWritten();
      assertThat(again.store.events().after(0, 10))
          .extracting(it -> it.event().detail().type())
          .containsExactly("clock-jumped");
      assertThat(again.store.events().last()).isEqualTo(1);
    }
  }
}
