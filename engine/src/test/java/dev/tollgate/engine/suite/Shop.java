package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.util.List;

/** A product whose tests the tests of the suite write. */
final class Shop {

  static final String POLICY =
      """
      product shop "Shop" {
        zone UTC
        unit credit, credits
        seat user, users
        fact region text, unless stated "none"
        key app

        edition small
        edition large

        calls items.list
        calls items.add, items.drop with records up to 100
        calls basket.run with calls up to 3

        quota credits "Credits" in credits {
          per account
          window rolling 24 hours
          allot small base 100
          allot large base 200 + 10 per user cap 1_000
          call items.add costs 1 per 10 records
          call basket.run costs sum of its calls
          call items.drop costs 6 per record
          any other call costs 1
          warn at 50%, 80%
          deny NO_CREDITS "no credits are left"
        }

        quota flight "Calls in flight" in calls {
          per account, app
          window in flight, forgotten after 10 minutes
          allot any edition 2
          deny TOO_MANY "too many calls at once"
        }

        addon extra "Extra credits" {
          for large
          adds to credits
          most lesser of 500 and room under cap
          bill bought, per day, a month is 30 days
          bill used, per calendar day, monthly
          price USD per 1 {
            first 100 at 0.10
            beyond at 0.05
          }
        }
      }

      rule "Spring" for shop.credits {
        when region is "eu"
        from 2026-03-01 until 2026-06-01
        add 7
      }

      contract "Ann" for shop account ann {
        from 2026-01-01
        call items.list costs 0 credits
      }
      """;

  private Shop() {}

  /** The results of tests that stand in a file of their own beside the product. */
  static List<TestResult> run(String tests) {
    return run(POLICY, tests);
  }

  static List<TestResult> run(String policy, String tests) {
    Compiled compiled =
        Compiler.compile(
            List.of(SourceText.of("shop.toll", policy), SourceText.of("tests.toll", tests)));
    assertThat(compiled.policy()).as("%s", compiled.diagnostics()).isPresent();
    return new Suite(compiled.policy().orElseThrow()).run(compiled.tests());
  }

  /** The result of one test of the credits alone, on 2026-01-01, with these lines. */
  static TestResult ofCredits(String... lines) {
    return runOne("shop.credits", lines);
  }

  /** The result of one test of the whole product, on 2026-01-01, with these lines. */
  static TestResult ofProduct(String... lines) {
    return runOne("shop", lines);
  }

  private static TestResult runOne(String target, String... lines) {
    String test =
        """
        tests for %s as of 2026-01-01
        test "a test" {
        %s
        }
        """
            .formatted(target, String.join("\n", lines));
    return run(test).get(0);
  }
}
