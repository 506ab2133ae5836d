package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteTest {

  @Test
  void aTestWhoseExpectationsAreMetPasses() {
    TestResult result = Shop.ofCredits("account large, 5 users", "expect allotment 250");

    assertThat(result.passed()).isTrue();
    assertThat(result.target()).isEqualTo("shop.credits");
    assertThat(result.name()).isEqualTo("a test");
    assertThat(result.place()).isEqualTo(new Place("tests.toll", 2, 6));
  }

  @Test
  void aFailureSaysWhereWhatWasExpectedWhatIsSoAndWhy() {
    TestResult result = Shop.ofCredits("account large, 5 users", "expect used 0, allotment 240");

    assertThat(result.failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.place()).isEqualTo(new Place("tests.toll", 4, 16));
              assertThat(failure.expected()).isEqualTo("allotment 240");
              assertThat(failure.actual()).isEqualTo("allotment 250");
              assertThat(failure.receipt())
                  .contains(
                      new Reason(
                          Optional.of(new Place("shop.toll", 19, 5)),
                          "allot large base 200 + 10 per user cap 1_000",
                          List.of(
                              "200 + 10 × 5 users, cap 1_000, edition large = 250",
                              "  200",
                              "  10 × 5 users = 50")));
            });
  }

  @Test
  void changingOneFigureFailsExactlyTheTestsThatKnowIt() {
    String tests =
        """
        tests for shop.credits as of 2026-01-01

        test "small" {
          account small
          expect allotment 100
        }

        test "large" {
          account large
          expect allotment 200
        }

        test "large with users" {
          account large, 3 users
          expect allotment 230
        }

        test "adding 20 costs 2" {
          account large
          call items.add with records 20   expect cost 2
        }
        """;
    assertThat(Shop.run(tests)).allMatch(TestResult::passed);

    String changed = Shop.POLICY.replace("+ 10 per user", "+ 11 per user");
    List<TestResult> failed =
        Shop.run(changed, tests).stream().filter(result -> !result.passed()).toList();

    assertThat(failed).extracting(TestResult::name).containsExactly("large with users");
    assertThat(failed.get(0).failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.expected()).isEqualTo("allotment 230");
              assertThat(failure.actual()).isEqualTo("allotment 233");
            });
  }

  @Test
  void testsDoNotSeeEachOther() {
    List<TestResult> results =
        Shop.run(
            """
            tests for shop.credits as of 2026-01-01

            test "first" {
              account small
              consume 100
              expect 0 remaining
            }

            test "second" {
              account small
              expect 100 remaining
            }
            """);

    assertThat(results).allMatch(TestResult::passed).hasSize(2);
  }

  @Test
  void aTestOfOneQuotaJudgesItAlone() {
    assertThat(Shop.ofCredits("account small", "call items.list 3 times expect allowed").passed())
        .isTrue();
  }

  @Test
  void aTestOfAProductJudgesAllItsQuotas() {
    TestResult result =
        Shop.ofProduct(
            "account small",
            "call items.list key app \"a\" 2 times",
            "call items.list key app \"b\" expect allowed",
            "call items.list key app \"a\" expect denied by flight TOO_MANY",
            "expect used 3 of credits",
            "end call",
            "call items.list key app \"a\" expect allowed, cost 1 credits, used 2 of flight");

    assertThat(result.failure()).isEmpty();
  }

  @Test
  void aStepThatIsDeniedThoughNothingSaysSoFails() {
    TestResult result = Shop.ofCredits("account small", "consume 101", "expect used 0");

    assertThat(result.failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.place()).isEqualTo(new Place("tests.toll", 4, 1));
              assertThat(failure.expected()).isEqualTo("allowed");
              assertThat(failure.actual()).isEqualTo("denied by credits NO_CREDITS until forever");
            });
  }

  @Test
  void aStepThatIsRefusedThoughNothingSaysSoFails() {
    TestResult result = Shop.ofCredits("account large", "buy 501 extra", "expect used 0");

    assertThat(result.failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.expected()).isEqualTo("allowed");
              assertThat(failure.actual()).startsWith("refused: ").contains("500");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "items.add with records 25, call items.add costs 1 per 10 records: 25 records → 3",
    "items.drop with records 4, call items.drop costs 6 per record: 6 × 4 records → 24",
    "items.list, any other call costs 1"
  })
  void theReceiptOfACallSaysHowItsCostCameAbout(String call, String line) {
    TestResult result = Shop.ofCredits("account small", "call " + call + " expect cost 2");

    assertThat(result.failure())
        .hasValueSatisfying(
            failure -> assertThat(failure.receipt().get(0).values()).containsExactly(line));
  }

  @Test
  void severalCallsMustAllBeAsExpected() {
    String[] before = {"account small", "consume 98"};

    assertThat(
            Shop.ofCredits(before[0], before[1], "call items.list 2 times expect allowed").passed())
        .isTrue();
    assertThat(
            Shop.ofCredits(before[0], before[1], "call items.list 3 times expect denied").failure())
        .hasValueSatisfying(
            failure -> assertThat(failure.actual()).startsWith("allowed at first, then denied by"));
  }

  @Test
  void theCostOfSeveralCallsIsTheirSum() {
    assertThat(
            Shop.ofCredits(
                    "account small",
                    "call items.add with records 11 3 times expect cost 6, used 6, 94 remaining")
                .failure())
        .isEmpty();
  }

  @Test
  void aBareDateBeginsInTheZoneOfTheAccount() {
    assertThat(
            Shop.ofCredits(
                    "account small, region is \"eu\", zone Asia/Tokyo",
                    "at 2026-02-28T14:59:59.999Z consume 0 expect allotment 100",
                    "at 2026-03-01 consume 0 expect allotment 107",
                    "at 2026-02-28T15:00Z consume 0 expect allotment 107",
                    "at 2026-02-28T14:59Z consume 0")
                .failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.place()).isEqualTo(new Place("tests.toll", 7, 4));
              assertThat(failure.expected()).isEqualTo("a moment from 2026-02-28T15:00Z");
              assertThat(failure.actual()).isEqualTo("2026-02-28T14:59Z");
            });
  }

  @Test
  void whatIsSaidBeforeTheFirstStepHasAlwaysBeenSo() {
    assertThat(
            Shop.ofCredits(
                    "account large, 10 users",
                    "bought 100 extra",
                    "as of 2020-02-29T12:00Z",
                    "expect allotment 400, included 300, 10.00 USD a day, 300.00 USD a month")
                .failure())
        .isEmpty();
  }

  @Test
  void aLaterAccountLineChangesTheProfileAndKeepsWhatWasConsumed() {
    assertThat(
            Shop.ofCredits(
                    "account small",
                    "at 2026-01-01T10:00Z consume 90",
                    "at 2026-01-01T11:00Z account large",
                    "expect allotment 200, used 90, 110 remaining",
                    "account small",
                    "expect 10 remaining")
                .failure())
        .isEmpty();
  }
}
