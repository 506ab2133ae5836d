package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that somebody may want to be told.
 *
 * @param product empty for what concerns the whole service
 * @param account empty likewise
 */
public record Event(Instant at, String product, String account, Detail detail) {

  /** What happened. */
  public sealed interface Detail {

    /** Words joined by hyphens that never change meaning, such as {@code threshold-crossed}. */
    String type();

    <R> R accept(Visitor<R> visitor);
  }

  /**
   * A `warn at` threshold was reached, for the first time in the window.
   *
   * @param decisionId of the decision, or the adjustment, that reached it
   * @param keys which of the quota's counters; empty for a quota per account
   * @param percent of what is available
   * @param used in the quota's unit, as {@code available}
   * @param available empty when there is no limit
   * @param window as the policy's author wrote it
   */
  public record ThresholdCrossed(
      String decisionId,
      String quota,
      Map<String, String> keys,
      BigDecimal percent,
      BigDecimal used,
      Optional<BigDecimal> available,
      String window)
      implements Detail {

    public ThresholdCrossed {
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    @Override
    public String type() {
      return "threshold-crossed";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitThresholdCrossed(this);
    }
  }

  /**
   * An account was stated anew, or forgotten.
   *
   * @param from when the new profile begins to hold
   * @param before empty for a new account
   * @param after empty for one that was forgotten
   */
  public record ProfileChanged(
      Instant from, Optional<StatedProfile> before, Optional<StatedProfile> after)
      implements Detail {
    @Override
    public String type() {
      return "profile-changed";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitProfileChanged(this);
    }
  }

  /** What an account holds of an add-on changed; empty where it holds none. */
  public record AddOnChanged(
      String addOn, Optional<StatedHolding> before, Optional<StatedHolding> after)
      implements Detail {
    @Override
    public String type() {
      return "addon-changed";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddOnChanged(this);
    }
  }

  /**
   * What an account has used was adjusted.
   *
   * @param units in the quota's unit: more than 0 was given back, less was consumed
   */
  public record Adjusted(
      String adjustmentId, String quota, Map<String, String> keys, BigDecimal units, String reason)
      implements Detail {

    public Adjusted {
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    @Override
    public String type() {
      return "adjusted";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAdjusted(this);
    }
  }

  /**
   * The wall clock was set.
   *
   * @param expected what it would have said
   */
  public record ClockJumped(Instant expected, Instant found) implements Detail {
    @Override
    public String type() {
      return "clock-jumped";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitClockJumped(this);
    }
  }

  /** One method for each kind. */
  public interface Visitor<R> {
    R visitThresholdCrossed(ThresholdCrossed crossed);

    R visitProfileChanged(ProfileChanged changed);

    R visitAddOnChanged(AddOnChanged changed);

    R visitAdjusted(Adjusted adjusted);

    R visitClockJumped(ClockJumped jumped);
  }
}
