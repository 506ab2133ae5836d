package dev.tollgate.engine.impact;

import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What another policy means to the accounts that there are, at one moment.
 *
 * @param accounts how many were counted
 * @param quotas of all products that accounts were counted of, in the order of the text
 */
public record FleetImpact(long accounts, List<OfQuota> quotas) {

  public FleetImpact {
    quotas = List.copyOf(quotas);
  }

  /**
   * What happens to the limits of one quota. A quota that is not there before or after limits
   * nothing then.
   *
   * @param quota as files and requests know it: {@code crm.credits}
   * @param unit what amounts are counted in
   * @param there when it is there
   * @param accounts whose limits are known before and after; the others are counted below
   * @param gain how many may consume more afterwards
   * @param lose how many may consume less
   * @param before limits before
   * @param after limits afterwards
   * @param gains the largest, the largest first
   * @param losses the largest, the largest first
   * @param undecided accounts that do not say something their limit depends on
   * @param uncountable accounts whose limit is more than can be counted
   * @param withoutEdition accounts whose edition one of the two policies does not know
   */
  public record OfQuota(
      String quota,
      Unit unit,
      There there,
      long accounts,
      long gain,
      long lose,
      Limits before,
      Limits after,
      List<Move> gains,
      List<Move> losses,
      long undecided,
      long uncountable,
      long withoutEdition) {

    public OfQuota {
      gains = List.copyOf(gains);
      losses = List.copyOf(losses);
    }

    /** How many have another limit than before. */
    public long changed() {
      return gain + lose;
    }
  }

  /** When a quota is there. */
  public enum There {
    ALWAYS,
    BEFORE,
    AFTER
  }

  /**
   * Limits of all accounts of a quota.
   *
   * @param sum of all that have a limit both before and after
   * @param unlimited how many have none
   * @param held how many would have more if nothing were capped
   */
  public record Limits(BigDecimal sum, long unlimited, long held) {}

  /**
   * What happens to one account.
   *
   * @param edition as its row names it
   * @param before empty for no limit
   * @param after empty for no limit
   */
  public record Move(
      String account, String edition, Optional<BigDecimal> before, Optional<BigDecimal> after) {}
}
