package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of expectation, once met and once not. */
class ExpectationsTest {

  private static final String SMALL = "account small\n";
  private static final String LARGE = "account large, 5 users\n";
  private static final String USING = LARGE + "uses up to 500 extra\n";

  static Stream<Arguments> expectations() {
    return Stream.of(
        arguments(LARGE + "expect", "allotment 250", "allotment 251", "allotment 250"),
        arguments(LARGE + "expect", "limit 250", "limit 0", "limit 250"),
        arguments(
            LARGE + "bought 50 extra\nexpect", "included 250", "included 300", "included 250"),
        arguments(SMALL + "expect", "allotment 100", "allotment no limit", "allotment 100"),
        arguments(SMALL + "consume 30 expect", "used 30", "used 31", "used 30"),
        arguments(SMALL + "consume 30 expect", "70 remaining", "69 remaining", "remaining 70"),
        arguments(SMALL + "call items.list expect", "cost 1", "cost 2", "cost 1"),
        arguments(SMALL + "call items.list expect", "allowed", "denied", "allowed"),
        arguments(
            SMALL + "consume 101 expect",
            "denied by credits NO_CREDITS until forever",
            "denied until 2026-01-02",
            "denied by credits NO_CREDITS until forever"),
        arguments(
            SMALL + "consume 100\nconsume 1 expect",
            "denied until 2026-01-02T00:00Z",
            "denied until 2026-01-03",
            "denied by credits NO_CREDITS until 2026-01-02T00:00Z"),
        arguments(SMALL + "call items.list expect", "allowed", "not counted", "cost 1 of credits"),
        arguments(SMALL + "consume 50 expect", "warned at 50%", "not warned", "warned at 50%"),
        arguments(SMALL + "consume 49 expect", "not warned", "warned at 50%", "not warned"),
        arguments(
            SMALL + "consume 80 expect",
            "warned at 50%, warned at 80%",
            "warned at 80%",
            "warned at 50%, warned at 80%"),
        arguments(
            USING + "consume 400 expect",
            "charge 12.50 USD",
            "charge 12.51 USD",
            "charge 12.50 USD"),
        arguments(USING + "consume 250 expect", "charge 0 USD", "charge 1 USD", "charge 0.00 USD"),
        arguments(
            LARGE + "buy 101 extra expect", "10.05 USD a day", "10 USD a day", "10.05 USD a day"),
        arguments(
            LARGE + "buy 101 extra expect",
            "301.50 USD a month",
            "301 USD a month",
            "301.50 USD a month"),
        arguments(LARGE + "expect", "most 500 extra", "most 501 extra", "most 500 extra"),
        arguments(
            "account large, 60 users\nexpect",
            "most 200 extra",
            "most 500 extra",
            "most 200 extra"),
        arguments(LARGE + "call items.list expect", "allowed", "refused", "allowed"),
        arguments(
            "account small, region is \"eu\"\nas of 2026-04-01\nexpect",
            "decided by \"Spring\", decided by \"add 7\"",
            "decided by \"Ann\"",
            "decided by \"allot small base 100\", \"Spring\", \"add 7\""),
        arguments(
            "account small\ncall items.add with records 5 expect",
            "decided by \"call items.add\", decided by \"allot small\"",
            "decided by \"any other call\"",
            "decided by \"call items.add costs 1 per 10 records\", \"allot small base 100\""),
        arguments(
            LARGE + "bought 5 extra\nexpect",
            "decided by \"extra\"",
            "decided by \"Spring\"",
            "decided by \"allot large base 200 + 10 per user cap 1_000\", \"extra\","
                + " \"Extra credits\""),
        arguments(
            LARGE + "buy 101 extra expect",
            "100 for 10.00 USD, 1 for 0.05 USD",
            "101 for 10.05 USD",
            "100 for 10.00 USD, 1 for 0.05 USD"),
        arguments(
            LARGE + "buy 100 extra expect",
            "100 for 10 USD",
            "99 for 9.90 USD",
            "100 for 10.00 USD"),
        arguments(LARGE + "consume 1 expect", "allowed", "1 for 0.10 USD", "no slab"),
        arguments(
            SMALL + "consume 30 expect",
            "30 back at 2026-01-02",
            "31 back at 2026-01-02",
            "30 back at 2026-01-02T00:00Z"),
        arguments(SMALL + "expect", "used 0", "1 back at 2026-01-02", "nothing back"),
        arguments(SMALL + "consume 101 expect denied,", "status 429", "status 503", "status 429"),
        arguments(
            SMALL + "consume 101 expect denied,",
            "message \"no credits are left\"",
            "message \"none left\"",
            "message \"no credits are left\""),
        arguments(SMALL + "consume 1 expect", "allowed", "status 429", "allowed"),
        arguments(
            "account small\nas of 2026-04-01\nexpect",
            "assumed region is \"none\"",
            "assumed region is \"eu\"",
            "assumed region is \"none\""),
        arguments(
            "account small\nas of 2026-04-01\nconsume 1 expect",
            "assumed region is \"none\"",
            "nothing assumed",
            "assumed region is \"none\""),
        arguments(
            "account small, region is \"us\"\nas of 2026-04-01\nexpect",
            "nothing assumed",
            "assumed region is \"none\"",
            "nothing assumed"),
        arguments(
            USING + "consume 251\ncancel expect",
            "-1 for -0.10 USD, charge -0.10 USD",
            "1 for 0.10 USD",
            "-1 for -0.10 USD"),
        arguments(SMALL + "consume 30 expect", "beyond 0", "beyond 1", "beyond 0"),
        arguments(
            "account small, id ann\ncall items.list expect",
            "cost 0, decided by \"Ann\"",
            "decided by \"Spring\"",
            "decided by \"Ann\", \"call items.list costs 0 credits\", \"allot small base 100\""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("expectations")
  void oneThatIsSoIsMet(String lines, String met, String unmet, String actual) {
    assertThat(Shop.ofCredits(lines + " " + met).failure()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("expectations")
  void oneThatIsNotSoSaysWhatIsSo(String lines, String met, String unmet, String actual) {
    assertThat(Shop.ofCredits(lines + " " + unmet).failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.expected()).isIn(unmet, "allowed");
              assertThat(failure.actual()).isEqualTo(actual);
            });
  }
}
