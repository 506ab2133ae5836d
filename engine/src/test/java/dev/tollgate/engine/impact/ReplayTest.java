package dev.tollgate.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final String SHOP =
      """
      product shop  accept W433 "an example" {
        zone UTC
        unit credit, credits
        seat user, users
        edition free
        calls small
        calls big  with rows up to 100

        quota credits in credits {
          per     account
          window  rolling 1 hour
          allot free  base 3 + 1 per user
          call big   costs 1 per 10 rows
          call small costs 1
        }

        quota flight in calls {
          per     account
          window  in flight, forgotten after 10 minutes
          allot free  2
        }

        addon extra {
          adds   to credits
          most   1_000
          bill   used, per calendar day, monthly
          price  USD per 10 {
            first 1_000  at 0.50
          }
        }
      }
      """;

  private static final List<String> ACCOUNTS =
      List.of("product", "account", "edition", "seats.user", "addons.extra");

  private static Policy policy(String text) {
    return Compiler.compile(List.of(SourceText.of("shop.toll", text))).policy().orElseThrow();
  }

  private static KnownAccounts accounts(Policy policy, String... rows) {
    KnownAccounts accounts = new KnownAccounts();
    Columns columns = new Fleet(policy, policy, START).columns(ACCOUNTS);
    for (String row : rows) {
      accounts.add(columns, row.split(",", -1));
    }
    return accounts;
  }

  private static List<LoggedCall> log(String... rows) {
    CallColumns columns =
        new CallColumns(List.of("time", "product", "account", "call", "params.rows", "end"));
    List<LoggedCall> calls = new ArrayList<>();
    for (String row : rows) {
      calls.add(columns.read(calls.size() + 2, row.split(",", -1)));
    }
    return calls;
  }

  private static ReplayImpact replayed(
      String before, String after, List<LoggedCall> calls, String... accounts) {
    Policy old = policy(before);
    Replay replay = new Replay(old, policy(after), accounts(old, accounts));
    replay.compare(calls, replay.before(calls), replay.after(calls));
    return replay.impact();
  }

  @Test
  void aSmallerAllotmentDeniesTheFirstCallThatFindsNoRoomInItsWindow() {
    ReplayImpact impact =
        replayed(
            SHOP,
            SHOP.replace("base 3", "base 2"),
            log(
                "2026-01-01T00:00:00Z,shop,a,small,,",
                "2026-01-01T00:10:00Z,shop,a,big,15,",
                "2026-01-01T00:20:00Z,shop,b,big,20,",
                "2026-01-01T01:10:00Z,shop,a,big,30,"),
            "shop,a,free,,",
            "shop,b,free,1,");
    assertThat(impact.before()).isEqualTo(new ReplayImpact.Under(4, 0, 0, Optional.empty()));
    assertThat(impact.after()).isEqualTo(new ReplayImpact.Under(2, 2, 0, Optional.empty()));
    assertThat(impact.newlyDenied()).isEqualTo(Map.of("shop.credits", 2L));
    assertThat(impact.largest())
        .containsExactly(
            new ReplayImpact.Parting(
                "shop",
                "a",
                Instant.parse("2026-01-01T00:10:00Z"),
                "big",
                true,
                "shop.credits",
                2,
                0));
  }

  @Test
  void aCallThatHasEndedMakesRoomForOneInFlight() {
    String[] calls = {
      "2026-01-01T00:00:00Z,shop,a,small,,2026-01-01T00:00:05Z",
      "2026-01-01T00:00:01Z,shop,a,small,,2026-01-01T00:00:03Z",
      "2026-01-01T00:00:02Z,shop,a,small,,2026-01-01T00:00:09Z",
      "2026-01-01T00:00:03Z,shop,a,small,,2026-01-01T00:00:09Z"
    };
    ReplayImpact impact =
        replayed(
            SHOP, SHOP.replace("allot free  2", "allot free  1"), log(calls), "shop,a,free,9,");
    assertThat(impact.before().denied()).isEqualTo(1);
    assertThat(impact.after().denied()).isEqualTo(3);
    assertThat(impact.newlyDenied()).isEqualTo(Map.of("shop.flight", 2L));
  }

  @Test
  void moneyForUseIsThatOfBothPriceLists() {
    ReplayImpact impact =
        replayed(
            SHOP,
            SHOP.replace("at 0.50", "at 0.75"),
            log("2026-01-01T00:00:00Z,shop,a,big,100,", "2026-01-01T02:00:00Z,shop,a,big,40,"),
            "shop,a,free,,used:100");
    assertThat(impact.partings()).isZero();
    assertThat(impact.money())
        .containsExactly(
            new ReplayImpact.Billed(
                new Money(new BigDecimal("0.40"), "USD"),
                new Money(new BigDecimal("0.60"), "USD")));
  }

  @Test
  void callsThatAPolicyDoesNotUnderstandAreCountedApart() {
    ReplayImpact impact =
        replayed(
            SHOP,
            SHOP.replace("up to 100", "up to 20"),
            log("2026-01-01T00:00:00Z,shop,a,big,30,", "2026-01-01T00:00:00Z,shop,x,small,,"),
            "shop,a,free,,");
    assertThat(impact.before().refused()).isEqualTo(1);
    assertThat(impact.before().firstRefused())
        .hasValueSatisfying(why -> assertThat(why).startsWith("line 3: "));
    assertThat(impact.after().refused()).isEqualTo(2);
    assertThat(impact.partings()).isZero();
  }

  @Test
  void callsALittleOutOfPlaceTakeTheirTurn() {
    InOrder order = new InOrder();
    List<LoggedCall> calls =
        log(
            "2026-01-01T00:00:02Z,shop,a,small,,",
            "2026-01-01T00:00:01Z,shop,a,small,,",
            "2026-01-01T00:00:01Z,shop,b,small,,");
    calls.forEach(call -> assertThat(order.add(call)).isEmpty());
    List<Long> lines = new ArrayList<>();
    Optional<LoggedCall> next = order.next();
    while (next.isPresent()) {
      lines.add(next.get().line());
      next = order.next();
    }
    assertThat(lines).containsExactly(3L, 4L, 2L);
  }

  @Test
  void aCallWhoseTurnHasPassedIsRefused() {
    InOrder order = new InOrder();
    LoggedCall late = log("2026-01-01T00:00:00Z,shop,a,small,,").get(0);
    for (int line = 0; line <= InOrder.LINES; line++) {
      order.add(
          new LoggedCall(line, START.plusSeconds(1 + line), late.request(), Optional.empty()));
    }
    assertThatThrownBy(() -> order.add(late)).hasMessageContaining("sort the log by time");
  }

  @Test
  void aRowThatIsNoCallSaysWhichCell() {
    CallColumns columns = new CallColumns(List.of("time", "product", "account", "call", "end"));
    assertThatThrownBy(() -> columns.read(2, new String[] {"now", "shop", "a", "small", ""}))
        .isInstanceOfSatisfying(BadRow.class, bad -> assertThat(bad.column()).isZero());
    assertThatThrownBy(
            () ->
                columns.read(
                    2,
                    new String[] {
                      "2026-01-01T00:00:01Z", "shop", "a", "small", "2026-01-01T00:00:00Z"
                    }))
        .hasMessageContaining("does not end before it begins");
    assertThatThrownBy(() -> new CallColumns(List.of("time", "product", "account", "cal")))
        .hasMessageContaining("did you mean `call`?");
    assertThatThrownBy(() -> new CallColumns(List.of("time", "product", "account")))
        .hasMessageContaining("`call` is missing");
  }
}
