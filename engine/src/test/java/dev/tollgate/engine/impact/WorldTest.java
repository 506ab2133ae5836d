package dev.tollgate.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.decide.Commit;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WorldTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Costs, limits and denials that depend on the account, the call, the keys and the date. */
  private static final String CLUB =
      """
      product club  accept W433 "an example" {
        zone UTC
        unit credit, credits
        seat user, users
        fact region  text, unless stated "unknown"
        fact trial   yes or no
        key  app
        edition free
        edition paid
        calls small
        calls big  with rows up to 100

        quota credits in credits {
          per     account
          window  rolling 24 hours
          allot free  base 10 + 2 per user
          allot paid  base 20 + 2 per user
          call big when region is "eu"  costs 2 per 10 rows
          call big                      costs 1 per 10 rows
          call small                    costs 1
          allow up to 50% more, then deny OVER "half more" until 2026-01-03
          deny LAST "that is all"
        }

        quota pool in calls {
          per     all accounts, app
          window  calendar day in UTC
          allot any edition  40
          call big                         costs 1
          call small when channel is "ui"  not counted
          any other call                   costs 2
        }

        quota trials in calls {
          per     account
          window  6 hours from the first call
          allot any edition  4   when trial is yes
          allot any edition  12  when trial is no
          counts  big
        }

        quota fresh in calls {
          per     account
          window  every 2 days from signed up
          allot any edition  9
          counts  small
        }

        quota flight in calls {
          per     account, app
          window  in flight, forgotten after 2 hours
          allot free  1
          allot paid  2
        }

        addon extra {
          for    free, paid
          adds   to credits
          most   1_000
          bill   used, per calendar day, monthly
          price  USD per 10 {
            first 20     at 0.50
            next  1_000  at 0.30
          }
        }
      }

      contract "Ada" for club account a {
        from   2026-01-02 until 2026-01-04
        allot credits  base 30
        call  small  costs 3 credits
      }

      rule "Days of plenty" for club.credits {
        when  region is "us" and signed up from 2025-06-01
        from  2026-01-03 until 2026-01-04
        add   5
      }
      """;

  private static final List<String> MEMBERS =
      List.of(
          "product",
          "account",
          "edition",
          "seats.user",
          "facts.region",
          "facts.trial",
          "addons.extra",
          "signedUp");

  private static Policy policy() {
    return Compiler.compile(List.of(SourceText.of("club.toll", CLUB))).policy().orElseThrow();
  }

  private static KnownAccounts members(Policy policy) {
    KnownAccounts accounts = new KnownAccounts();
    Columns columns = new Fleet(policy, policy, START).columns(MEMBERS);
    for (String row :
        List.of(
            "club,a,free,1,eu,no,,2025-01-01",
            "club,b,paid,3,us,yes,used:15,2025-05-31",
            "club,c,paid,3,us,yes,,2025-06-01",
            "club,d,paid,3,in,no,used:15,2025-07-02",
            "club,f,paid,3,fr,no,used:15,2025-07-03",
            "club,e,free,1,,,,2025-01-01")) {
      accounts.add(columns, row.split(",", -1));
    }
    return accounts;
  }

  private static List<LoggedCall> callsOfMembers(Random random, int count) {
    CallColumns columns =
        new CallColumns(
            List.of(
                "time", "product", "account", "call", "params.rows", "keys.app", "channel", "end"));
    List<LoggedCall> calls = new ArrayList<>();
    Instant at = START;
    for (int line = 2; line < 2 + count; line++) {
      at = at.plusSeconds(random.nextInt(3_000));
      boolean big = random.nextBoolean();
      calls.add(
          columns.read(
              line,
              new String[] {
                at.toString(),
                "club",
                List.of("a", "b", "c", "d", "e", "f", "unheard of").get(random.nextInt(7)),
                big ? "big" : "small",
                big ? Integer.toString(random.nextInt(105)) : "",
                random.nextInt(20) == 0 ? "" : "app" + random.nextInt(2),
                random.nextBoolean() ? "ui" : "",
                random.nextBoolean() ? at.plusSeconds(random.nextInt(9_000)).toString() : ""
              }));
    }
    return calls;
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void everyCallFaresAsWithADeciderThatForgetsNothing(@ForAll long seed) {
    Policy policy = policy();
    List<LoggedCall> calls = callsOfMembers(new Random(seed), 250);
    World world = new World(new PolicyInForce(policy, START), members(policy));
    PlainWorld plain = new PlainWorld(policy, members(policy));
    for (LoggedCall call : calls) {
      assertThat(world.play(call)).as("%s of %s", call, calls).isEqualTo(plain.play(call));
    }
    assertThat(world.money()).isEqualTo(plain.money());
  }

  /** The same with the decider that serves requests. */
  private static final class PlainWorld {
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Map<String, Instant> open = new HashMap<>();
    private final Map<String, Money> money = new HashMap<>();
    private final Decider decider;

    PlainWorld(Policy policy, KnownAccounts accounts) {
      decider =
          new Decider(new PolicyInForce(policy, START), accounts, new InMemoryLedger<>(), now::get);
    }

    World.Outcome play(LoggedCall call) {
      endUntil(call.at());
      now.set(call.at());
      Decision decision;
      try {
        decision = decider.consume(call.request());
      } catch (InvalidRequest wrong) {
        return new World.Outcome(World.State.REFUSED, wrong.problems().get(0).message());
      } catch (NotFound unknown) {
        return new World.Outcome(World.State.REFUSED, unknown.getMessage());
      }
      decision
          .charge()
          .ifPresent(
              it ->
                  money.merge(it.amount().currency(), it.amount(), (one, more) -> one.plus(more)));
      if (!decision.allowed()) {
        return new World.Outcome(World.State.DENIED, decision.denied().orElseThrow().quota());
      }
      call.end().ifPresent(end -> open.put(decision.decisionId().orElseThrow(), end));
      return new World.Outcome(World.State.ALLOWED, "");
    }

    private void endUntil(Instant moment) {
      List<Map.Entry<String, Instant>> ended =
          open.entrySet().stream()
              .filter(end -> !end.getValue().isAfter(moment))
              .sorted(
                  Map.Entry.<String, Instant>comparingByValue()
                      .thenComparing(Comparator.comparing(Map.Entry::getKey)))
              .toList();
      ended.forEach(
          end -> {
            now.set(end.getValue());
            decider.commit(end.getKey(), new Commit.AsDecided());
            open.remove(end.getKey());
          });
    }

    Map<String, Money> money() {
      return money;
    }
  }
}
