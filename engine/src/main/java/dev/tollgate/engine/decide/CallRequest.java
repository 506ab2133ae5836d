package dev.tollgate.engine.decide;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call that wants to know whether it may happen.
 *
 * @param keys values of declared keys, by name
 * @param channel where the call comes from, such as {@code api} or {@code ui}
 * @param requestId makes a retry of consume safe, within product and account, for 24 hours
 * @param fingerprint equal for two requests exactly when their bodies are equal as JSON values;
 *     used only beside a request id
 * @param quoteId a quote that this consume makes use of
 * @param inFlight whether the caller will report the end of the call; when not, in-flight quotas
 *     are neither judged nor taken
 * @param at check only: judge for this moment instead of now
 */
public record CallRequest(
    String product,
    Asker account,
    AskedCall call,
    Map<String, String> keys,
    Optional<String> channel,
    Optional<String> requestId,
    String fingerprint,
    Optional<String> quoteId,
    boolean inFlight,
    Optional<Instant> at) {

  public CallRequest {
    keys = Ordered.copyOf(keys);
  }

  /** A call without keys, channel or ids, whose end will be reported. */
  public static CallRequest of(String product, Asker account, AskedCall call) {
    return new CallRequest(
        product,
        account,
        call,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        true,
        Optional.empty());
  }

  public CallRequest withKey(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(keys);
    more.put(key, value);
    return new CallRequest(
        product, account, call, more, channel, requestId, fingerprint, quoteId, inFlight, at);
  }

  public CallRequest withChannel(String name) {
    return new CallRequest(
        product,
        account,
        call,
        keys,
        Optional.of(name),
        requestId,
        fingerprint,
        quoteId,
        inFlight,
        at);
  }

  public CallRequest withRequestId(String id, String fingerprintOfBody) {
    return new CallRequest(
        product,
        account,
        call,
        keys,
        channel,
        Optional.of(id),
        fingerprintOfBody,
        quoteId,
        inFlight,
        at);
  }

  public CallRequest withQuoteId(String id) {
    return new CallRequest(
        product,
        account,
        call,
        keys,
        channel,
        requestId,
        fingerprint,
        Optional.of(id),
        inFlight,
        at);
  }

  /** The same for a caller that does not report ends. */
  public CallRequest withoutEnd() {
    return new CallRequest(
        product, account, call, keys, channel, requestId, fingerprint, quoteId, false, at);
  }

  public CallRequest withAt(Instant moment) {
    return new CallRequest(
        product,
        account,
        call,
        keys,
        channel,
        requestId,
        fingerprint,
        quoteId,
        inFlight,
        Optional.of(moment));
  }
}
