package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Window;
import java.time.ZoneId;

/** How the parts that counters, draws and changes have in common are written down. */
final class PackedTerms {

  private PackedTerms() {}

  static void key(Packing to, CounterKey key) {
    to.text(key.product()).text(key.quota()).text(key.account()).list(key.keys(), Packing::text);
  }

  static CounterKey readKey(Unpacking from) {
    return new CounterKey(from.text(), from.text(), from.text(), from.list(Unpacking::text));
  }

  static void portion(Packing to, Portion portion) {
    to.text(portion.decisionId()).number(portion.moment());
    to.number(portion.included()).number(portion.billed());
  }

  static Portion readPortion(Unpacking from) {
    return new Portion(from.text(), from.number(), from.number(), from.number());
  }

  static void refill(Packing to, Refill refill) {
    to.number(refill.steps()).number(refill.perMillis());
  }

  static Refill readRefill(Unpacking from) {
    return new Refill(from.number(), from.number());
  }

  static void terms(Packing to, CounterTerms terms) {
    window(to, terms.window());
    to.text(terms.zone().getId()).optional(terms.start(), Packing::date);
    to.number(terms.available()).number(terms.included()).number(terms.ceiling());
    to.optional(terms.refill(), PackedTerms::refill);
    to.optional(terms.billedBy(), PackedPrices::billedBy);
    to.list(terms.warnAt(), Packing::number);
  }

  static CounterTerms readTerms(Unpacking from) {
    return new CounterTerms(
        readWindow(from),
        ZoneId.of(from.text()),
        from.optional(Unpacking::date),
        from.number(),
        from.number(),
        from.number(),
        from.optional(PackedTerms::readRefill),
        from.optional(PackedPrices::readBilledBy),
        from.list(Unpacking::number));
  }

  static void day(Packing to, BilledDay day) {
    to.date(day.day()).number(day.before()).number(day.after());
    to.optional(day.by(), PackedPrices::billedBy);
  }

  static BilledDay readDay(Unpacking from) {
    return new BilledDay(
        from.date(), from.number(), from.number(), from.optional(PackedPrices::readBilledBy));
  }

  private static void window(Packing to, Window window) {
    to.number(Form.of(window).ordinal()).text(window.text());
    if (window instanceof Window.Rolling rolling) {
      to.number(rolling.millis());
    } else if (window instanceof Window.Calendar calendar) {
      to.number(calendar.unit().ordinal()).number(calendar.count());
      to.optional(calendar.zone(), (packing, zone) -> packing.text(zone.getId()));
    } else if (window instanceof Window.FromFirstCall fromFirstCall) {
      to.number(fromFirstCall.millis());
    } else if (window instanceof Window.EveryFrom everyFrom) {
      Attribute start = everyFrom.start();
      to.number(everyFrom.days());
      to.number(start.kind().ordinal()).text(start.name()).flag(start.number());
    } else if (window instanceof Window.InFlight inFlight) {
      to.number(inFlight.forgottenAfterMillis());
    }
  }

  private static Window readWindow(Unpacking from) {
    Form form = from.one(Form.class);
    String text = from.text();
    switch (form) {
      case ROLLING:
        return new Window.Rolling(from.number(), text);
      case CALENDAR:
        return new Window.Calendar(
            from.one(Window.CalendarUnit.class),
            from.whole(),
            from.optional(Unpacking::text).map(ZoneId::of),
            text);
      case FROM_FIRST_CALL:
        return new Window.FromFirstCall(from.number(), text);
      case EVERY_FROM:
        return new Window.EveryFrom(
            from.whole(),
            new Attribute(from.one(Attribute.Kind.class), from.text(), from.flag()),
            text);
      case BUCKET:
        return new Window.Bucket(text);
      case IN_FLIGHT:
        return new Window.InFlight(from.number(), text);
      default:
        throw new IllegalArgumentException("no window of form " + form);
    }
  }
}
