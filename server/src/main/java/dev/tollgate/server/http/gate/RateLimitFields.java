package dev.tollgate.server.http.gate;

import dev.tollgate.engine.decide.QuotaState;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The fields {@code RateLimit-Policy} and {@code RateLimit} of
 * draft-ietf-httpapi-ratelimit-headers-10: lists of structured-field strings, a quota each. Quotas
 * without a limit, and those that a decision did not count in, stand in neither.
 *
 * <p>A quota of another unit than calls says so in {@code tollgate-unit}, because {@code qu} knows
 * registered units alone. Fractions are cut off: a field holds whole numbers.
 */
final class RateLimitFields {

  /** The largest integer of a structured field. */
  private static final BigDecimal LARGEST = new BigDecimal("999999999999999");

  private final Product product;
  private final List<QuotaState> quotas;
  private final Instant at;

  RateLimitFields(Product product, List<QuotaState> quotas, Instant at) {
    this.product = product;
    this.quotas = quotas.stream().filter(it -> it.counted() && it.limit().isPresent()).toList();
    this.at = at;
  }

  /** {@code "credits";q=5000;w=86400;tollgate-unit="credits"}; empty when no quota has a limit. */
  Optional<String> policy() {
    return joined(quotas.stream().map(this::policy).toList());
  }

  /** {@code "credits";r=4999;t=3600}; empty when no quota has a limit. */
  Optional<String> remaining() {
    return joined(quotas.stream().map(this::remaining).toList());
  }

  private String policy(QuotaState state) {
    StringBuilder item = new StringBuilder(string(state.quota()));
    item.append(";q=").append(integer(state.limit().orElseThrow()));
    Optional<Quota> quota = product.quota(state.quota());
    if (quota.map(it -> it.window() instanceof Window.InFlight).orElse(false)) {
      item.append(";qu=\"concurrent-requests\"");
    } else if (quota.map(it -> it.unit().kind() != Unit.Kind.CALLS).orElse(false)) {
      item.append(";tollgate-unit=").append(string(state.unit()));
    }
    quota
        .map(it -> WindowSeconds.of(it.window()))
        .orElse(OptionalLong.empty())
        .ifPresent(seconds -> item.append(";w=").append(seconds));
    return item.toString();
  }

  private String remaining(QuotaState state) {
    StringBuilder item = new StringBuilder(string(state.quota()));
    item.append(";r=").append(integer(state.remaining().orElse(BigDecimal.ZERO)));
    state
        .nextReturn()
        .ifPresent(next -> item.append(";t=").append(secondsRoundedUp(at, next.at())));
    return item.toString();
  }

  private static Optional<String> joined(List<String> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(items.stream().collect(Collectors.joining(", ")));
  }

  private static long secondsRoundedUp(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).plusMillis(999).toSeconds());
  }

  private static String integer(BigDecimal amount) {
    return amount.min(LARGEST).setScale(0, RoundingMode.FLOOR).toPlainString();
  }

  /** A structured-field string holds printable ASCII alone. */
  private static String string(String text) {
    String printable = text.replaceAll("[^ -~]", "?");
    return '"' + printable.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
