package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.BillPeriod;

/** Which period `day` or `month` means. */
final class BillPeriods {

  private BillPeriods() {}

  static BillPeriod of(TollParser.BillPeriodContext context) {
    return context.MONTH() == null ? BillPeriod.DAY : BillPeriod.MONTH;
  }
}
