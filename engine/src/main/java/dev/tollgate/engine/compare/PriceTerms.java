package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an amount of an add-on costs: money as formulas of the steps that are held. Behind the last
 * slab or pack the price of the last one goes on: nothing can be bought there.
 */
public record PriceTerms(String addOn, Unit unit, Price price) {

  public PriceTerms(AddOn addOn, Price price) {
    this(addOn.name(), addOn.unit(), price);
  }

  /**
   * The price of each amount.
   *
   * @param box what is asked about; of the add-on any amount from 0 at most
   */
  public List<Cases.Case<Formula>> cases(Box box) {
    return Cases.of(box, this::formula);
  }

  /** The price as a function of the amount, from 0 steps on. */
  public Curve curve() {
    FormulaCurve reader = new FormulaCurve(held(), Map.of());
    SortedMap<Long, Curve> upTo = new TreeMap<>(Comparator.reverseOrder());
    for (Cases.Case<Formula> each : cases(Box.of(held(), ValueSet.between(0, Curve.NO_END)))) {
      ValueSet.Numbers amounts = (ValueSet.Numbers) each.box().side(held());
      upTo.put(amounts.intervals().get(0).most(), each.value().accept(reader));
    }
    Curve curve = upTo.get(Curve.NO_END);
    for (Map.Entry<Long, Curve> each : upTo.tailMap(Curve.NO_END - 1).entrySet()) {
      curve = each.getValue().until(each.getKey(), curve);
    }
    return curve;
  }

  private Attribute held() {
    return AllotmentTerms.held(addOn);
  }

  private Formula formula(Cases.Judge judge) {
    if (price instanceof Price.Graduated graduated) {
      return graduated(graduated.slabs());
    } else if (price instanceof Price.Volume volume) {
      List<Formula> formulas =
          volume.slabs().stream().map(slab -> Formula.of(held(), each(slab))).toList();
      List<Long> ends = volume.slabs().stream().map(Price.Slab::to).toList();
      return reached(ends, formulas, judge);
    } else if (price instanceof Price.Flat flat) {
      return reached(List.of(0L, 1L), List.of(Formula.ZERO, money(flat.money())), judge);
    } else if (price instanceof Price.Packs packs) {
      List<Long> ends = new ArrayList<>(List.of(0L));
      List<Formula> formulas = new ArrayList<>(List.of(Formula.ZERO));
      packs.packs().forEach(pack -> ends.add(pack.size()));
      packs.packs().forEach(pack -> formulas.add(money(pack.money())));
      return reached(ends, formulas, judge);
    }
    throw new IllegalStateException("no such price: " + price);
  }

  private static Formula money(BigDecimal money) {
    return Formula.constant(Rational.of(money));
  }

  /** The units of each slab at its own price. */
  private Formula graduated(List<Price.Slab> slabs) {
    List<Formula> parts = new ArrayList<>();
    for (Price.Slab slab : slabs) {
      Formula above = Formula.above(held(), slab.above(), each(slab));
      boolean open = slab.to() == Long.MAX_VALUE;
      Rational width = Rational.of(slab.to() - slab.above());
      Formula full = Formula.constant(each(slab).times(width));
      parts.add(open ? above : Formula.leastOf(List.of(above, full)));
    }
    return Formula.sum(parts);
  }

  private Formula reached(List<Long> ends, List<Formula> formulas, Cases.Judge judge) {
    for (int i = 0; i < ends.size() - 1; i++) {
      ValueSet up = ValueSet.between(Long.MIN_VALUE, ends.get(i));
      if (judge.holds(new Condition.Test(held(), up, addOn, Optional.empty()))) {
        return formulas.get(i);
      }
    }
    return formulas.get(formulas.size() - 1);
  }

  private Rational each(Price.Slab slab) {
    return Rational.of(slab.each().movePointLeft(unit.decimals()));
  }
}
