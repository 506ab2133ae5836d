package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What some calls, a purchase, or both would cost.
 *
 * @param lines calls in order; may be empty when something is bought
 * @param buy amounts of add-ons to buy, in the add-on's unit, by name
 * @param inFlight as for a {@link CallRequest}
 * @param at judge for this moment instead of now
 */
public record QuoteRequest(
    String product,
    Asker account,
    List<Line> lines,
    Map<String, String> keys,
    Optional<String> channel,
    Map<String, BigDecimal> buy,
    boolean inFlight,
    Optional<Instant> at) {

  public QuoteRequest {
    lines = List.copyOf(lines);
    keys = Ordered.copyOf(keys);
    buy = Ordered.copyOf(buy);
  }

  /**
   * The same call several times.
   *
   * @param times from 1
   */
  public record Line(AskedCall call, long times) {}

  public static QuoteRequest of(String product, Asker account, List<Line> lines) {
    return new QuoteRequest(
        product, account, lines, Map.of(), Optional.empty(), Map.of(), true, Optional.empty());
  }

  public QuoteRequest withBuy(String addOn, BigDecimal amount) {
    Map<String, BigDecimal> more = new LinkedHashMap<>(buy);
    more.put(addOn, amount);
    return new QuoteRequest(product, account, lines, keys, channel, more, inFlight, at);
  }

  public QuoteRequest withKey(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(keys);
    more.put(key, value);
    return new QuoteRequest(product, account, lines, more, channel, buy, inFlight, at);
  }

  public QuoteRequest withAt(Instant moment) {
    return new QuoteRequest(
        product, account, lines, keys, channel, buy, inFlight, Optional.of(moment));
  }
}
