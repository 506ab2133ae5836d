package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Something that would let a denied call through, or do the same for less. */
public sealed interface Way {

  record Wait(Instant until) implements Way {}

  /**
   * Change to another edition, in which the call would fit now.
   *
   * @param limit of the quota that denied, there; empty for no limit
   */
  record ChangeEdition(String edition, Optional<BigDecimal> limit) implements Way {}

  /**
   * Buy more of an add-on.
   *
   * @param amount the least that makes room now, on top of what is held
   * @param perDay what that adds to a day's money; empty when it is billed per month or has no
   *     price
   * @param per30Days what that adds to a month's money; empty when it has no price
   */
  record Buy(String addOn, BigDecimal amount, Optional<Money> perDay, Optional<Money> per30Days)
      implements Way {}

  /**
   * Put the items of several calls into fewer calls.
   *
   * @param call which
   * @param parameter that takes several items
   * @param calls how many calls are enough
   * @param items most items that one of them carries
   * @param quota in which it costs less
   * @param cost what they consume in all, instead of {@code insteadOf}
   */
  record Batch(
      String call,
      String parameter,
      long calls,
      long items,
      String quota,
      BigDecimal cost,
      BigDecimal insteadOf)
      implements Way {}
}
