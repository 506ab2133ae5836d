package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Stated;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.impact.Columns.Column;
import dev.tollgate.engine.terms.Holding;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Turns cells into what they state of an account. */
final class Stating {

  private static final String USED = "used:";

  private Stating() {}

  /** All that the cells of a row say. Throws {@link BadRow} if one has not its form. */
  static StatedProfile all(Columns columns, String[] cells) {
    StatedProfile stated = StatedProfile.NOTHING;
    for (int at = 0; at < cells.length; at++) {
      if (!cells[at].isEmpty()) {
        stated = with(stated, columns.all().get(at), at, cells[at]);
      }
    }
    return stated;
  }

  /** The profile with what one more cell says. Throws {@link BadRow} if it has not its form. */
  static StatedProfile with(StatedProfile profile, Column column, int at, String text) {
    return switch (column.about()) {
      case PRODUCT, ACCOUNT -> profile;
      case EDITION -> profile.withEdition(text);
      case SIGNED_UP -> profile.withSignedUp(date(at, text));
      case ZONE -> profile.withZone(text);
      case SEATS -> profile.withSeats(column.name(), whole(column, at, text));
      case FACT -> profile.withFact(column.name(), Stated.untyped(text));
      case ADD_ON -> profile.withAddOn(column.name(), holding(column, at, text));
    };
  }

  /** What is wrong with a cell, once somebody who knows the types has refused it. */
  static BadRow refused(int at, InvalidRequest wrong) {
    return new BadRow(at, wrong.problems().get(0).message());
  }

  private static LocalDate date(int at, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw new BadRow(at, "`signedUp` is a date such as 2026-01-31, and not `" + text + "`");
    }
  }

  private static long whole(Column column, int at, String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      // Said below.
    }
    throw new BadRow(
        at, "`seats." + column.name() + "` is a whole number from 0, and not `" + text + "`");
  }

  private static StatedHolding holding(Column column, int at, String text) {
    boolean used = text.startsWith(USED);
    try {
      return new StatedHolding(
          used ? Holding.Mode.USED : Holding.Mode.BOUGHT,
          new BigDecimal(used ? text.substring(USED.length()) : text));
    } catch (NumberFormatException malformed) {
      throw new BadRow(
          at,
          "`addons.%s` is an amount, or `used:` and a limit, and not `%s`"
              .formatted(column.name(), text));
    }
  }
}
