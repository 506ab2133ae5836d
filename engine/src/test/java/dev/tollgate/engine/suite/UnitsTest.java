package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Amounts of tests whose quotas count in other things than whole units of the product. */
class UnitsTest {

  private static final String POLICY =
      """
      product film "Film" {
        zone UTC
        unit row, rows to 1 decimal place
        fact spare seconds, unless stated 0
        calls scenes.render with length seconds
        calls open

        quota rows "Rows" in rows {
          per account
          window rolling 24 hours
          allot 100
          call scenes.render costs 0
          any other call costs 0.5
        }

        quota extra_rows "More rows" in rows {
          per account
          window rolling 30 days
          allot no limit
          call scenes.render costs 0
          any other call costs 1
        }

        quota studio "Studio time" in seconds {
          per account
          window calendar day in UTC
          allot 600 + spare
          call scenes.render when length above 1 minute costs 2 minutes
          call scenes.render costs 30
          any other call not counted
        }

        quota budget "Budget" in USD {
          per account
          window calendar month in UTC
          allot 10 USD
          call scenes.render costs 0.25 USD
          any other call not counted
        }
      }
      """;

  @Test
  void lengthsOfTimeAreConverted() {
    passes(
        "film.studio",
        """
        account spare is 1 minute
        expect allotment 660, allotment 11 minutes
        call scenes.render with length 2 minutes expect cost 120 seconds
        consume 500 seconds
        consume 0 expect remaining 40, used 620_000 milliseconds
        """);
  }

  @Test
  void partsOfAUnitAreExact() {
    passes(
        "film.rows",
        """
        call scenes.list 3 times expect cost 1.5, 98.5 remaining
        consume 98.4
        call scenes.list expect denied, remaining 0.1
        """);
  }

  @Test
  void moneyIsCountedToo() {
    passes(
        "film.budget",
        """
        call scenes.render with length 1 second 3 times expect cost 0.75 USD, used 0.75 USD
        consume 9.25 USD expect remaining 0 USD
        """);
  }

  @Test
  void aWordBehindANumberNamesAQuotaBeforeAUnit() {
    passes(
        "film",
        """
        call scenes.render with length 30 seconds expect cost 30 studio, cost 0.25 budget
        consume 10 rows
        expect used 10 rows, used 0 extra_rows, remaining no limit of extra_rows
        """);
  }

  private static void passes(String target, String lines) {
    String test =
        "tests for %s as of 2026-01-01\ntest \"a test\" {\n%s}\n".formatted(target, lines);
    assertThat(Shop.run(POLICY, test).get(0).failure()).isEmpty();
  }
}
