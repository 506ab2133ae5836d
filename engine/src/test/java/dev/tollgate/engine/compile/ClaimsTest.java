package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What checks claim is proved for all numbers, or refuted with the smallest. */
class ClaimsTest {

  private static final String SHOP =
      """
      product shop {
        zone UTC
        unit credit, credits
        seat user, users
        seat agent, agents
        fact paid yes or no, unless stated no
        fact old_limit credits, unless stated 0
        edition free
        edition pro
        edition max
        calls items.list with offset
        calls items.write with records up to 100

        quota credits in credits {
          per    account
          window rolling 1 hour
          version old until 2026-01-01 {
            allot any edition old_limit
            any call costs 1
          }
          version new from 2026-01-01 {
            allot free base 5_000
            allot pro  base 10_000 + 50 per user + 20 per agent above 5 cap 50_000
            allot max  no limit
            grandfather old {
              accounts paid is yes
              keep greater
              until forever
            }
            call items.write costs 1 per 10 records, at least 2
            call items.list costs by offset {
              to 2_000 3
              beyond 10
            }
          }
        }

        addon extra {
          adds to credits
          bill bought, per day, a month is 30 days
          price USD per 1_000 {
            first 10_000 at 0.10
            beyond at 0.05
          }
        }
      }

      tests for shop.credits as of 2026-02-01

      test "free accounts" {
        account free
        expect allotment 5_000
      }

      check "this" {
        %s
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allotment of free = 5_000",
        "for any number of users, agents: allotment of max > allotment of pro > allotment of free",
        "for any number of users, agents: 50_000 >= allotment of pro >= 2 × allotment of free",
        "for any old_limit, paid: allotment of free >= allotment of free in new",
        "for any old_limit: allotment of pro in old = allotment of free in old",
        "for any old_limit: allotment of free in new + allotment of free in old >= 5_000",
        "for any records: 2 <= cost of items.write <= 10",
        "for any offset: cost of items.list >= 3",
        "for any amount of extra: price of extra >= 0",
        "for any amount of extra up to 20_000: price of extra <= 1.50 USD",
      })
  void isProved(String claim) {
    assertThat(refutations(claim)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for any number of users: allotment of pro < 50_000; 800",
        "for any number of agents, users: allotment of pro <= 10_020; 0 and `users` is 1",
        "for any number of agents: allotment of pro <= 10_020; 7",
        "for any old_limit, paid: allotment of free = 5_000; 5_001 and `paid` is \"yes\"",
        "for any records: cost of items.write <= 2; 21",
        "for any offset: cost of items.list = 3; 2_001",
        "for any amount of extra: price of extra <= 1.50 USD; 20_001",
      })
  void isRefutedWithTheSmallestNumbers(String claimAndNumbers) {
    String[] parts = claimAndNumbers.split("; ");
    assertThat(refutations(parts[0])).singleElement().asString().endsWith(" is " + parts[1]);
  }

  private static List<String> refutations(String claim) {
    return Samples.compile(SHOP.formatted(claim)).diagnostics().stream()
        .filter(found -> found.code().code().startsWith("T"))
        .map(Diagnostic::message)
        .toList();
  }
}
