package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.ProfileReadings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request asks, whatever the moment and the terms turn out to be.
 *
 * @param account whose counters are asked; empty for a profile that the request states
 * @param calls none when only units are asked for
 * @param units steps asked for by quota, whatever the calls cost there
 * @param inFlight whether the end of the call will be reported
 * @param ended whether the calls have ended, so that costs which are held until then are settled
 */
record Inquiry(
    Product product,
    Optional<String> account,
    List<Times> calls,
    Map<String, Long> units,
    Map<String, String> keys,
    Optional<String> channel,
    boolean inFlight,
    boolean ended) {

  Inquiry {
    calls = List.copyOf(calls);
    units = Map.copyOf(units);
  }

  /**
   * A call that happens several times.
   *
   * @param times from 1
   */
  record Times(ReadCall call, long times) {}

  Inquiry withCalls(List<Times> others) {
    return new Inquiry(product, account, others, units, keys, channel, inFlight, ended);
  }

  /** What conditions about one of the calls may ask. */
  CallReadings readings(ProfileReadings profile, ReadCall call) {
    return new CallReadings(profile, call, keys, channel);
  }
}
