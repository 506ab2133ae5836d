package dev.tollgate.engine.decide;

import dev.tollgate.engine.pack.PackedPlace;
import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;

/** How the parts that answers have in common are written down. */
final class PackedFigures {

  private PackedFigures() {}

  static void quota(Packing to, QuotaState state) {
    to.text(state.quota()).text(state.unit()).map(state.keys(), Packing::text);
    to.optional(state.limit(), Packing::decimal).optional(state.included(), Packing::decimal);
    to.optional(state.used(), Packing::decimal).optional(state.remaining(), Packing::decimal);
    to.text(state.window()).optional(state.nextReturn(), PackedFigures::nextReturn);
    to.flag(state.counted()).optional(state.beyond(), Packing::decimal);
    to.list(state.warned(), Packing::decimal);
  }

  static QuotaState readQuota(Unpacking from) {
    return new QuotaState(
        from.text(),
        from.text(),
        from.map(Unpacking::text),
        from.optional(Unpacking::decimal),
        from.optional(Unpacking::decimal),
        from.optional(Unpacking::decimal),
        from.optional(Unpacking::decimal),
        from.text(),
        from.optional(next -> new NextReturn(next.moment(), next.decimal())),
        from.flag(),
        from.optional(Unpacking::decimal),
        from.list(Unpacking::decimal));
  }

  private static void nextReturn(Packing to, NextReturn next) {
    to.moment(next.at()).decimal(next.amount());
  }

  static void consumed(Packing to, Consumed consumed) {
    to.text(consumed.quota()).text(consumed.unit()).date(consumed.day());
    to.decimal(consumed.included()).decimal(consumed.billed());
  }

  static Consumed readConsumed(Unpacking from) {
    return new Consumed(from.text(), from.text(), from.date(), from.decimal(), from.decimal());
  }

  static void charge(Packing to, Charge charge) {
    money(to, charge.amount());
    to.list(charge.lines(), PackedFigures::line);
  }

  static Charge readCharge(Unpacking from) {
    return new Charge(readMoney(from), from.list(PackedFigures::readLine));
  }

  private static void line(Packing to, Charge.Line line) {
    to.text(line.quota()).text(line.addOn()).date(line.day()).decimal(line.units());
    money(to, line.amount());
    to.list(line.slabs(), PackedFigures::slab).text(line.policy());
  }

  private static Charge.Line readLine(Unpacking from) {
    return new Charge.Line(
        from.text(),
        from.text(),
        from.date(),
        from.decimal(),
        readMoney(from),
        from.list(PackedFigures::readSlab),
        from.text());
  }

  private static void slab(Packing to, SlabLine slab) {
    to.text(slab.text()).decimal(slab.units()).decimal(slab.each());
    money(to, slab.amount());
    PackedPlace.write(to, slab.at());
  }

  private static SlabLine readSlab(Unpacking from) {
    return new SlabLine(
        from.text(), from.decimal(), from.decimal(), readMoney(from), PackedPlace.read(from));
  }

  private static void money(Packing to, Money money) {
    to.text(money.currency()).decimal(money.amount());
  }

  private static Money readMoney(Unpacking from) {
    String currency = from.text();
    return new Money(from.decimal(), currency);
  }
}
