package dev.tollgate.engine.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What happens to a call that has no room. The first whose stretch and condition hold applies. */
public sealed interface Beyond {

  Stretch during();

  Condition when();

  Place place();

  /** The call is denied. */
  record Deny(Denial denial, Stretch during, Condition when, Place place) implements Beyond {}

  /**
   * The call is allowed while the excess stays within a share of the limit, then denied.
   *
   * @param percent share of the limit, above 0
   */
  record AllowUpTo(BigDecimal percent, Denial then, Stretch during, Condition when, Place place)
      implements Beyond {}

  /** The call is allowed and counted; the answer says that it was beyond. */
  record AllowAndReport(Stretch during, Condition when, Place place) implements Beyond {}

  /**
   * What the product itself answers when it denies.
   *
   * @param code machine-readable; {@code QUOTA_EXCEEDED} where the policy states none
   * @param status HTTP status, 400 to 599; 429 where the policy states none
   * @param body the response body, empty for a problem document
   */
  record Denial(
      String code, String message, int status, List<Header> headers, Optional<Json> body) {
    /** A denial of a policy that says no more. */
    public static final Denial PLAIN =
        new Denial("QUOTA_EXCEEDED", "no room is left", 429, List.of(), Optional.empty());

    public Denial {
      headers = List.copyOf(headers);
    }
  }

  /** A line that a denial's response carries besides the standard ones. */
  record Header(String name, String value) {}
}
