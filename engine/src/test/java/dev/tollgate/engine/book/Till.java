package dev.tollgate.engine.book;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.AdjustmentRequest;
import dev.tollgate.engine.decide.AdjustmentRequests;
import dev.tollgate.engine.decide.Adjustments;
import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.InMemoryAccounts;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.SettableClock;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everything that decides and books, in memory, at a moment that the test sets. */
final class Till {

  static final String SLABS = "first 10 at 0.5\nnext 40 at 0.3\nbeyond at 0.2";

  /** Packs are sold whole, so they cannot be billed by use. */
  private static final String USED = "bill    used, per calendar day, monthly";

  final SettableClock clock = new SettableClock("2026-01-01T10:00:00Z");
  final BookedInMemory records = new BookedInMemory();
  final PolicyInForce policy;
  final AccountChanges changes;
  final Decider decider;
  final Adjustments adjustments;
  final AccountBook book;

  Till(Policy first) {
    policy = new PolicyInForce(first, clock.instant());
    records.priced(first, clock.instant());
    Ledger<Remembered, Settlement> ledger = records.ledger();
    InMemoryAccounts accounts = new InMemoryAccounts();
    changes = new AccountChanges(policy, accounts, ledger, clock);
    decider = new Decider(policy, accounts, ledger, clock);
    adjustments = new Adjustments(policy, accounts, ledger, AdjustmentRequests.NONE, clock);
    book = new AccountBook(policy, changes, records, clock);
    changes.putProfile("p", "acme", StatedProfile.ofEdition("basic"), Optional.empty());
  }

  /** 100 credits in 24 hours, and more that are bought or billed by use. */
  static Till open() {
    return new Till(priced("USD per 1 {\n" + SLABS + "\n}"));
  }

  /** The same at another price. */
  static Policy priced(String price) {
    return priced("day", price);
  }

  static Policy priced(String rhythm, String price) {
    String text =
        """
        product p {
          zone UTC
          unit credit, credits
          key app
          key user
          edition basic
          calls ping
          calls work with size up to 1_000

          quota credits in credits {
            per     account
            window  rolling 24 hours
            allot basic  100
            call work       costs 1 per 1 size
            any other call  costs 1
            warn at 80%%, 90%%, 100%%
          }

          addon extra {
            for     basic
            adds    to credits
            most    100_000
            bill    bought, per %s
            %s
            price   %s
          }
        }
        """
            .formatted(rhythm, price.contains("packs") ? "" : USED, price);
    Compiled compiled = Compiler.compile(List.of(SourceText.of("p.toll", text)));
    return compiled
        .policy()
        .orElseThrow(() -> new AssertionError("does not compile: " + compiled.diagnostics()));
  }

  /** Another policy decides from now on. */
  void replace(Policy next) {
    policy.replace(next, clock.instant());
    records.priced(next, clock.instant());
  }

  CallRequest work(long size) {
    return CallRequest.of("p", Asker.stored("acme"), AskedCall.of("work").with("size", size))
        .withKey("app", "erp");
  }

  Decision consume(long credits) {
    return decider.consume(work(credits));
  }

  /** Gives credits back or, below 0, consumes them. */
  Settlement adjust(long credits) {
    return adjustments.adjust(
        new AdjustmentRequest(
            "p",
            "acme",
            "credits",
            BigDecimal.valueOf(credits),
            Map.of(),
            "a correction",
            Optional.empty(),
            ""));
  }

  Statement statement(String from, String to) {
    return book.statement("p", "acme", days(from, to));
  }

  static AccountBook.Days days(String from, String to) {
    return new AccountBook.Days(
        Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)));
  }

  /** Each line in short: {@code 2026-01-01 used extra 10 × 0.5 = 5.00 USD}. */
  static List<String> lines(Statement statement) {
    return statement.days().stream()
        .flatMap(day -> day.lines().stream())
        .map(
            line ->
                "%s %s %s %s × %s = %s"
                    .formatted(
                        line.day(),
                        line.mode().name().toLowerCase(Locale.ROOT),
                        line.addOn(),
                        line.slab().units().toPlainString(),
                        line.slab().each().toPlainString(),
                        line.slab().amount()))
        .toList();
  }
}
