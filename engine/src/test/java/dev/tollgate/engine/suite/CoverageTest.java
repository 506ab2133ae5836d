package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.coverage.Coverage;
import dev.tollgate.engine.coverage.Item;
import dev.tollgate.engine.coverage.ItemKind;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What tests exercise, and what they only use. */
class CoverageTest {

  /** A product with something of every kind, each line small enough to see its two sides. */
  static final String POLICY =
      """
      product shop {
        zone UTC
        unit credit, credits
        seat user, users
        fact region text, unless stated "none"
        fact old credits, unless stated 0
        key app

        edition small
        edition large

        calls items.list with offset
        calls items.add with records up to 100

        quota credits in credits {
          per account
          window rolling 24 hours
          version first until 2026-01-01 {
            allot any edition old
            any call costs 1
          }
          version second from 2026-01-01 {
            allot small base 100
            allot large base 200 + 10 per user cap 1_000
            grandfather first {
              accounts signed up before 2025-06-01
              keep greater
              until forever
            }
            call items.list when offset is given costs by offset {
              to 10 2
              beyond 3
            }
            any call when channel is ui not counted
            any other call costs 1
          }
          warn at 50%, 80%
          allow up to 10% more, then deny NO_CREDITS "no credits are left"
        }

        quota flight in calls {
          per account, app
          window in flight, forgotten after 10 minutes
          allot any edition 2
          deny TOO_MANY "too many calls at once"
        }

        addon extra {
          for large
          adds to credits
          most 300
          bill bought, per day, a month is 30 days
          price USD per 1 {
            first 100 at 0.10
            next 200 at 0.05
          }
        }
      }

      rule "Spring" for shop.credits {
        when region is "eu"
        from 2026-01-15 until 2027-01-01
        add 7
        call items.add costs 1 per 10 records
      }

      contract "Ann" for shop account ann {
        allot credits 50 + 10 per user cap 60
        call items.add costs 0 credits
      }
      """;

  static Stream<Arguments> exercised() {
    return Stream.of(
        of("expect allotment 100", ItemKind.ALLOTMENT, 23, "what the line allots"),
        of("expect remaining 100", ItemKind.ALLOTMENT, 23, "what the line allots"),
        of(
            "account large\nexpect allotment 200",
            ItemKind.CAP,
            24,
            "the amount stays below the cap"),
        of(
            "account large, 80 users\nexpect allotment 1_000",
            ItemKind.CAP,
            24,
            "the cap is reached"),
        of("call items.list with offset 10 expect cost 2", ItemKind.BAND_EDGE, 31, "offset 10"),
        of("call items.list with offset 11 expect cost 3", ItemKind.BAND_EDGE, 31, "offset 11"),
        of("call items.add channel ui expect not counted", ItemKind.COST, 34, "what a call costs"),
        of("call items.add expect cost 1", ItemKind.COST, 35, "what a call costs"),
        of("consume 50 expect warned at 50%", ItemKind.WARNING, 37, "the warning at 50%"),
        of("consume 100\nconsume 1 expect beyond 1", ItemKind.DENIAL, 38, "a call is let through"),
        of("consume 111 expect denied", ItemKind.DENIAL, 38, "a call is denied"),
        of(
            "as of 2025-12-31T23:59:59.999Z\nexpect allotment 0",
            ItemKind.VERSION_CHANGE,
            18,
            "the last moment before 2026-01-01"),
        of(
            "as of 2026-01-01T00:00Z\nexpect allotment 100",
            ItemKind.VERSION_CHANGE,
            22,
            "the first moment, 2026-01-01"),
        of(
            "account small, signed up 2025-01-01, old is 150\nexpect allotment 150",
            ItemKind.GRANDFATHERING,
            25,
            "the old amount is greater"),
        of(
            "account small, signed up 2025-01-01, old is 50\nexpect allotment 100",
            ItemKind.GRANDFATHERING,
            25,
            "the new amount is greater"),
        of(
            "account large\nbuy 99 extra expect 9.90 USD a day",
            ItemKind.SLAB_EDGE,
            54,
            "the price of 99 extra"),
        of(
            "account large\nbuy 100 extra expect 100 for 10.00 USD",
            ItemKind.SLAB_EDGE,
            54,
            "the price of 100 extra"),
        of(
            "account large\nbought 101 extra\nexpect 10.05 USD a day",
            ItemKind.SLAB_EDGE,
            54,
            "the price of 101 extra"),
        of(
            "account small, region is \"eu\"\nexpect allotment 107",
            ItemKind.RULE,
            63,
            "what the rule changes"),
        of(
            "account small, region is \"eu\"\ncall items.add with records 11 expect cost 2",
            ItemKind.COST,
            64,
            "what a call costs"),
        of(
            "account small, region is \"eu\"\ncall items.add with records 20 expect cost 2",
            ItemKind.GROUP_EDGE,
            64,
            "whole groups of 10 records"),
        of(
            "account small, region is \"eu\"\ncall items.add with records 11 expect cost 2",
            ItemKind.GROUP_EDGE,
            64,
            "one more than whole groups of 10 records"),
        of(
            "account small, region is \"eu\"\ncall items.add with records 29 expect cost 3",
            ItemKind.GROUP_EDGE,
            64,
            "one fewer than whole groups of 10 records"),
        of(
            "account small, region is \"eu\"\nas of 2026-01-14T23:59:59.999Z\nexpect allotment 100",
            ItemKind.DATE,
            62,
            "the last moment before 2026-01-15"),
        of(
            "account small, region is \"eu\"\nas of 2026-01-15\n"
                + "call items.add with records 1 expect cost 1",
            ItemKind.DATE,
            62,
            "the first moment, 2026-01-15"),
        of(
            "account small, region is \"eu\"\nas of 2026-12-31T23:59:59.999Z\nexpect allotment 107",
            ItemKind.DATE,
            62,
            "the last moment before 2027-01-01"),
        of(
            "account small, region is \"eu\"\nas of 2027-01-01\nexpect allotment 100",
            ItemKind.DATE,
            62,
            "the first moment, 2027-01-01"),
        of(
            "account large\nbought 1 extra\nexpect allotment 201",
            ItemKind.ADD_ON,
            50,
            "what the add-on does"),
        of(
            "account small, id ann\nexpect allotment 50",
            ItemKind.CONTRACT,
            68,
            "what the contract allots"),
        of(
            "account small, id ann\ncall items.add expect cost 0",
            ItemKind.COST,
            69,
            "what a call costs"));
  }

  private static Arguments of(String lines, ItemKind kind, int line, String what) {
    return Arguments.of(
        lines.startsWith("account") ? lines : "account small\n" + lines, kind, line, what);
  }

  @ParameterizedTest(name = "{1} {3}: {0}")
  @MethodSource("exercised")
  void aStepWhoseExpectationRestsOnAnItemExercisesIt(
      String lines, ItemKind kind, int line, String what) {
    assertThat(after(lines).items())
        .extracting(CoverageTest::named)
        .contains(named(kind, line, what));
    assertThat(exercisedBy(lines)).contains(named(kind, line, what));
  }

  @ParameterizedTest(name = "{1} {3}: {0}")
  @MethodSource("exercised")
  void theSameStepOfWhichNothingIsExpectedDoesNot(
      String lines, ItemKind kind, int line, String what) {
    int expect = lines.lastIndexOf("expect");
    boolean denied = lines.substring(expect).equals("expect denied");
    String used = denied ? "account small\nconsume 1" : lines.substring(0, expect);

    assertThat(exercisedBy(used + "\nconsume 0 expect allowed")).isEmpty();
  }

  @Test
  void aCostOfWhichSomethingIsExpectedSaysNothingOfTheAllotment() {
    assertThat(exercisedBy("account small\ncall items.add expect cost 1"))
        .containsExactly(named(ItemKind.COST, 35, "what a call costs"));
  }

  @Test
  void aDayBesideTheChangeOfVersionsIsNotItsMoment() {
    assertThat(exercisedBy("account small\nas of 2026-01-02\nexpect allotment 100"))
        .containsExactly(named(ItemKind.ALLOTMENT, 23, "what the line allots"));
  }

  @Test
  void theDateOfARuleIsExercisedByWhomItIsForAlone() {
    String day = "as of 2026-01-15\n";
    assertThat(exercisedBy("account small\n" + day + "expect allotment 100"))
        .noneMatch(item -> item.startsWith("DATE"));
    assertThat(exercisedBy("account small, region is \"eu\"\n" + day + "consume 1 expect used 1"))
        .noneMatch(item -> item.startsWith("DATE"));
  }

  @Test
  void aTestThatFailsExercisesNothingBeyondWhatWasMet() {
    assertThat(exercisedBy("account small\nexpect allotment 101")).isEmpty();
  }

  @Test
  void whatNoPurchaseCanReachIsNoItem() {
    assertThat(after("account small\nexpect allotment 100").items())
        .filteredOn(item -> item.kind() == ItemKind.SLAB_EDGE)
        .extracting(Item::what)
        .containsExactly(
            "the price of 99 extra",
            "the price of 100 extra",
            "the price of 101 extra",
            "the price of 299 extra",
            "the price of 300 extra");
  }

  private static List<String> exercisedBy(String lines) {
    Coverage coverage = after(lines);
    return coverage.items().stream()
        .filter(coverage::isExercised)
        .map(CoverageTest::named)
        .toList();
  }

  private static String named(Item item) {
    return named(item.kind(), item.place().line(), item.what());
  }

  private static String named(ItemKind kind, int line, String what) {
    return kind + " " + line + " " + what;
  }

  private static Coverage after(String lines) {
    String tests = "tests for shop.credits as of 2026-02-01\ntest \"a test\" {\n" + lines + "\n}\n";
    Compiled compiled =
        Compiler.compile(
            List.of(SourceText.of("shop.toll", POLICY), SourceText.of("tests.toll", tests)));
    Coverage coverage = new Coverage(compiled.policy().orElseThrow());
    new Suite(compiled.policy().orElseThrow(), coverage::observe).run(compiled.tests());
    return coverage;
  }
}
