package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.PackedPlace;
import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Price;

/**
 * How price lists are written down by which units were billed: each with the number of its form.
 */
final class PackedPrices {

  private static final int GRADUATED = 0;
  private static final int VOLUME = 1;
  private static final int FLAT = 2;
  private static final int PACKS = 3;

  private PackedPrices() {}

  static void part(Packing to, BilledPart part) {
    billedBy(to, part.by());
    to.number(part.upTo());
  }

  static BilledPart readPart(Unpacking from) {
    return new BilledPart(readBilledBy(from), from.number());
  }

  static void billedBy(Packing to, BilledBy by) {
    to.text(by.policy()).text(by.addOn());
    price(to, by.price());
  }

  static BilledBy readBilledBy(Unpacking from) {
    return new BilledBy(from.text(), from.text(), readPrice(from));
  }

  private static void price(Packing to, Price price) {
    if (price instanceof Price.Graduated graduated) {
      begin(to, GRADUATED, price).list(graduated.slabs(), PackedPrices::slab);
    } else if (price instanceof Price.Volume volume) {
      begin(to, VOLUME, price).list(volume.slabs(), PackedPrices::slab);
    } else if (price instanceof Price.Flat flat) {
      begin(to, FLAT, price).decimal(flat.money());
    } else if (price instanceof Price.Packs packs) {
      begin(to, PACKS, price).list(packs.packs(), PackedPrices::pack);
    } else {
      throw new IllegalArgumentException("no number for the form of " + price);
    }
  }

  private static Packing begin(Packing to, int form, Price price) {
    to.number(form).text(price.currency());
    PackedPlace.write(to, price.place());
    return to;
  }

  private static Price readPrice(Unpacking from) {
    int form = from.whole();
    String currency = from.text();
    Place place = PackedPlace.read(from);
    switch (form) {
      case GRADUATED:
        return new Price.Graduated(currency, from.list(PackedPrices::readSlab), place);
      case VOLUME:
        return new Price.Volume(currency, from.list(PackedPrices::readSlab), place);
      case FLAT:
        return new Price.Flat(currency, from.decimal(), place);
      case PACKS:
        return new Price.Packs(currency, from.list(PackedPrices::readPack), place);
      default:
        throw new IllegalArgumentException("no form of price has the number " + form);
    }
  }

  private static void slab(Packing to, Price.Slab slab) {
    to.number(slab.above()).number(slab.to()).decimal(slab.each()).text(slab.text());
    PackedPlace.write(to, slab.place());
  }

  private static Price.Slab readSlab(Unpacking from) {
    return new Price.Slab(
        from.number(), from.number(), from.decimal(), from.text(), PackedPlace.read(from));
  }

  private static void pack(Packing to, Price.Pack pack) {
    to.number(pack.size()).decimal(pack.money()).text(pack.text());
    PackedPlace.write(to, pack.place());
  }

  private static Price.Pack readPack(Unpacking from) {
    return new Price.Pack(from.number(), from.decimal(), from.text(), PackedPlace.read(from));
  }
}
