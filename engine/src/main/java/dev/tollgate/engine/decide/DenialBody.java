package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Json;
import java.math.BigDecimal;
import java.util.function.Function;

/** Fills the holes of the response body that a policy states for a denial. */
final class DenialBody {

  private final Function<Json.Of, Json> values;

  private DenialBody(Function<Json.Of, Json> values) {
    this.values = values;
  }

  /**
   * Fills holes from a denial.
   *
   * @param cost of the call in the quota that denied
   */
  static Json fill(Json body, Denied denied, BigDecimal cost) {
    return new DenialBody(hole -> value(hole, denied, cost)).fill(body);
  }

  private Json fill(Json json) {
    if (json instanceof Json.Hole hole) {
      return values.apply(hole.of());
    }
    if (json instanceof Json.Object object) {
      return new Json.Object(
          object.members().stream()
              .map(member -> new Json.Member(member.name(), fill(member.value())))
              .toList());
    }
    if (json instanceof Json.Array array) {
      return new Json.Array(array.items().stream().map(this::fill).toList());
    }
    return json;
  }

  private static Json value(Json.Of hole, Denied denied, BigDecimal cost) {
    return switch (hole) {
      case CODE -> new Json.Text(denied.code());
      case MESSAGE -> new Json.Text(denied.message());
      case STATUS -> new Json.Number(BigDecimal.valueOf(denied.status()));
      case QUOTA -> new Json.Text(denied.quota());
      case LIMIT -> new Json.Number(denied.limit());
      case USED -> new Json.Number(denied.used());
      case REMAINING ->
          new Json.Number(denied.limit().subtract(denied.used()).max(BigDecimal.ZERO));
      case COST -> new Json.Number(cost);
      case RETRY_AT ->
          denied.retryAt().<Json>map(at -> new Json.Text(at.toString())).orElse(new Json.Null());
      case RETRY_AFTER ->
          denied.retry() instanceof Retry.At at
              ? new Json.Number(BigDecimal.valueOf(at.afterSeconds()))
              : new Json.Null();
    };
  }
}
