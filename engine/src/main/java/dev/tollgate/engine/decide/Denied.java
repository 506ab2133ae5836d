package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a call is denied, and what would help. Amounts are in the unit of the quota named.
 *
 * @param quota the first quota, in the order of the policy, that has no room
 * @param also the others that have none
 * @param code the policy's code
 * @param limit what is enforced: the allotment, and what the policy allows beyond it
 * @param shortBy units missing at this moment
 * @param retry when the same call would be allowed, if nothing else happens
 * @param because lines that make up the limit, with their places
 * @param ways what would make room, the cheapest trouble first
 * @param status HTTP status of the policy
 * @param headers lines the policy adds to a response
 * @param body the policy's response body with its holes filled; empty for a problem document
 */
public record Denied(
    String quota,
    List<String> also,
    String code,
    String message,
    BigDecimal limit,
    BigDecimal used,
    BigDecimal shortBy,
    Retry retry,
    List<Because> because,
    List<Way> ways,
    int status,
    List<Beyond.Header> headers,
    Optional<Json> body) {

  public Denied {
    also = List.copyOf(also);
    because = List.copyOf(because);
    ways = List.copyOf(ways);
    headers = List.copyOf(headers);
  }

  /** The moment of {@link Retry.At}; empty for the others. */
  public Optional<Instant> retryAt() {
    return retry instanceof Retry.At known ? Optional.of(known.at()) : Optional.empty();
  }
}
