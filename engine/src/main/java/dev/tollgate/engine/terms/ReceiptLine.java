package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Place;
import java.util.List;
import java.util.Optional;

/**
 * One number of a receipt and the clause that it comes from.
 *
 * @param text one line: the clause with the account's own numbers in it, such as {@code 5_000 + 250
 *     × 3 users, cap 100_000, edition standard}
 * @param steps what the line comes to, in steps of the quota's unit; {@link
 *     dev.tollgate.engine.policy.Unit#UNLIMITED} for no limit, 0 for a remark
 * @param place where the clause is written; empty for what no clause says
 * @param parts how the number came about
 */
public record ReceiptLine(
    Kind kind, String text, long steps, Optional<Place> place, List<ReceiptLine> parts) {

  public ReceiptLine {
    parts = List.copyOf(parts);
  }

  static ReceiptLine of(Kind kind, String text, long steps, Place place) {
    return new ReceiptLine(kind, text, steps, Optional.of(place), List.of());
  }

  /** What a line is about. */
  public enum Kind {
    /** An allotment line of the edition, before its cap. */
    ALLOTMENT,
    /** An allotment that a contract states, before its cap. */
    CONTRACT,
    /** No allotment line is for this account: nothing is allotted. */
    NO_ALLOTMENT,
    /** A rule that replaces what comes before it. */
    RULE_SETS,
    /** A rule that adds. */
    RULE_ADDS,
    /** An add-on that is held. */
    ADD_ON,
    /** An add-on that is held and has no effect, with the reason. */
    ADD_ON_IDLE,
    /** A cap that holds the sum down. */
    CAP,
    /** How grandfathering compared the two amounts, and which was kept. */
    GRANDFATHERED,
    /** A fact that nobody stated and that the policy assumes. */
    ASSUMED,
    /** Part of an amount: a plain number. */
    BASE,
    /** Part of an amount: what seats bring. */
    SEATS,
    /** Part of an amount: any other formula. */
    FORMULA
  }
}
