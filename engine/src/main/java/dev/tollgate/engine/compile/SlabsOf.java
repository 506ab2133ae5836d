package dev.tollgate.engine.compile;

import dev.tollgate.grammar.tree.Price;
import dev.tollgate.grammar.tree.Slab;
import java.util.List;

/** The slabs of a price as they stand in the text. */
final class SlabsOf implements Price.Visitor<List<Slab>> {

  @Override
  public List<Slab> graduated(Price.Graduated graduated) {
    return graduated.slabs();
  }

  @Override
  public List<Slab> volume(Price.Volume volume) {
    return volume.slabs();
  }

  @Override
  public List<Slab> flat(Price.Flat flat) {
    return List.of();
  }

  @Override
  public List<Slab> packs(Price.Packs packs) {
    return List.of();
  }
}
