package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an amount of units costs, exactly.
 *
 * <p>Worked example: with slabs of 0.14 for each of the first 25,000 and 0.06 for each of the next
 * 75,000, both per 1,000, 80,000 units cost 3.50 + 3.30 = 6.80.
 *
 * @param lines one for each slab that units fall in, in order; their money adds up to {@code money}
 */
public record Pricing(Money money, List<SlabLine> lines) {

  public Pricing {
    lines = List.copyOf(lines);
  }

  /**
   * The price of {@code steps}. Nothing costs nothing. Units beyond the last slab are charged like
   * the last ones in it: a day can hold more used units than one window allows.
   *
   * @param steps steps of {@code unit}, from 0
   * @throws IllegalArgumentException if it is not a size on a price list of packs
   */
  public static Pricing of(Price price, long steps, Unit unit) {
    if (steps < 0) {
      throw new IllegalArgumentException("price of " + steps);
    }
    return of(price.currency(), steps == 0 ? List.of() : lines(price, steps, unit));
  }

  private static Pricing of(String currency, Collection<SlabLine> lines) {
    Money money = Money.zero(currency);
    for (SlabLine line : lines) {
      money = money.plus(line.amount());
    }
    return new Pricing(money, List.copyOf(lines));
  }

  /**
   * What {@code after} costs more than {@code before}; below 0 when it is less.
   *
   * <p>Worked example: from 20,000 to 30,000 with the slabs above, 5,000 units lie in the first and
   * 5,000 in the second: 0.70 + 0.30 = 1.00. Where a price charges all units alike, what was
   * charged before is taken back in a line of its own: at 0.14 up to 25,000 and 0.06 beyond, that
   * is −20,000 units for −2.80 and 30,000 units for 1.80.
   */
  static Pricing difference(Price price, long before, long after, Unit unit) {
    return of(price.currency(), of(price, after, unit).minus(of(price, before, unit)));
  }

  /** The difference, line by line; lines that come to nothing are left out. */
  public List<SlabLine> minus(Pricing before) {
    Map<Listed, SlabLine> difference = new LinkedHashMap<>();
    for (SlabLine line : before.lines) {
      difference.put(Listed.of(line), line.negated());
    }
    for (SlabLine line : lines) {
      difference.merge(Listed.of(line), line, SlabLine::plus);
    }
    difference.values().removeIf(SlabLine::isNothing);
    return List.copyOf(difference.values());
  }

  /** A line of a price list. */
  private record Listed(String text, Place at, String currency) {
    static Listed of(SlabLine line) {
      return new Listed(line.text(), line.at(), line.amount().currency());
    }
  }

  /** Whether {@code steps} can be bought: packs come in their sizes, and slabs may end. */
  public static boolean sells(Price price, long steps) {
    OptionalLong least = leastSold(price, steps);
    return least.isPresent() && least.getAsLong() == steps;
  }

  /** The least amount from {@code steps} on that can be bought; empty when the price list ends. */
  static OptionalLong leastSold(Price price, long steps) {
    if (price instanceof Price.Packs packs) {
      return packs.packs().stream().mapToLong(Price.Pack::size).filter(size -> size >= steps).min();
    }
    return steps <= end(price) ? OptionalLong.of(steps) : OptionalLong.empty();
  }

  private static long end(Price price) {
    if (price instanceof Price.Graduated graduated) {
      return last(graduated.slabs()).to();
    }
    if (price instanceof Price.Volume volume) {
      return last(volume.slabs()).to();
    }
    return Long.MAX_VALUE;
  }

  private static List<SlabLine> lines(Price price, long steps, Unit unit) {
    if (price instanceof Price.Graduated graduated) {
      return graduated(graduated, steps, unit);
    }
    if (price instanceof Price.Volume volume) {
      Price.Slab reached =
          volume.slabs().stream()
              .filter(slab -> steps <= slab.to())
              .findFirst()
              .orElseGet(() -> last(volume.slabs()));
      return List.of(line(reached, steps, unit, volume.currency()));
    }
    if (price instanceof Price.Flat flat) {
      Money money = new Money(flat.money(), flat.currency());
      return List.of(new SlabLine("flat", unit.amount(steps), flat.money(), money, flat.place()));
    }
    if (price instanceof Price.Packs packs) {
      return List.of(pack(packs, steps, unit));
    }
    throw new IllegalStateException("no arithmetic for " + price);
  }

  private static List<SlabLine> graduated(Price.Graduated price, long steps, Unit unit) {
    List<SlabLine> lines = new ArrayList<>();
    Price.Slab last = last(price.slabs());
    for (Price.Slab slab : price.slabs()) {
      long to = slab == last ? steps : Math.min(slab.to(), steps);
      if (to > slab.above()) {
        lines.add(line(slab, to - slab.above(), unit, price.currency()));
      }
    }
    return lines;
  }

  private static SlabLine line(Price.Slab slab, long steps, Unit unit, String currency) {
    BigDecimal units = unit.amount(steps);
    Money money = new Money(slab.each().multiply(units), currency);
    return new SlabLine(slab.text(), units, slab.each(), money, slab.place());
  }

  private static SlabLine pack(Price.Packs packs, long steps, Unit unit) {
    return packs.packs().stream()
        .filter(pack -> pack.size() == steps)
        .map(
            pack ->
                new SlabLine(
                    pack.text(),
                    unit.amount(steps),
                    pack.money(),
                    new Money(pack.money(), packs.currency()),
                    pack.place()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no pack of " + unit.amount(steps)));
  }

  private static Price.Slab last(List<Price.Slab> slabs) {
    return slabs.get(slabs.size() - 1);
  }
}
