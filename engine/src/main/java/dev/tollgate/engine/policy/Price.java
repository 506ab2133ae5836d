package dev.tollgate.engine.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an amount of units costs. Money is an exact decimal; nothing here rounds. Amounts of units
 * are steps of the unit that the add-on adds.
 */
public sealed interface Price {

  /** ISO 4217 code. */
  String currency();

  Place place();

  /** Where its slabs or packs are written; a flat price is written where it begins. */
  default List<Place> lines() {
    if (this instanceof Graduated graduated) {
      return graduated.slabs().stream().map(Slab::place).toList();
    } else if (this instanceof Volume volume) {
      return volume.slabs().stream().map(Slab::place).toList();
    } else if (this instanceof Packs packs) {
      return packs.packs().stream().map(Pack::place).toList();
    } else if (this instanceof Flat) {
      return List.of(place());
    }
    throw new IllegalStateException("no such price: " + this);
  }

  /** Each unit is charged at the price of the slab it falls in. */
  record Graduated(String currency, List<Slab> slabs, Place place) implements Price {
    public Graduated {
      slabs = List.copyOf(slabs);
    }
  }

  /** Every unit is charged at the price of the slab that the whole amount reaches. */
  record Volume(String currency, List<Slab> slabs, Place place) implements Price {
    public Volume {
      slabs = List.copyOf(slabs);
    }
  }

  /** The same money for any amount above 0. */
  record Flat(String currency, BigDecimal money, Place place) implements Price {}

  /** A price list: exactly the listed sizes are sold, each at its price. */
  record Packs(String currency, List<Pack> packs, Place place) implements Price {
    public Packs {
      packs = List.copyOf(packs);
    }
  }

  /**
   * A band of units with its own price.
   *
   * @param above steps below the band, from 0
   * @param to last step of the band; {@link Long#MAX_VALUE} when it is open
   * @param each money for one whole unit, from 0
   * @param text as the author wrote it
   */
  record Slab(long above, long to, BigDecimal each, String text, Place place) {}

  /** One size on a price list, in steps. */
  record Pack(long size, BigDecimal money, String text, Place place) {}
}
