package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;

/** What units of an add-on cost. */
public sealed interface Price {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `price USD per 1_000 { … }`: each unit at the price of the slab it falls in. */
  record Graduated(Name currency, Numeral per, List<Slab> slabs, Span span) implements Price {
    public Graduated {
      slabs = List.copyOf(slabs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.graduated(this);
    }
  }

  /** `price USD per 1_000 volume { … }`: every unit at the price of the slab reached. */
  record Volume(Name currency, Numeral per, List<Slab> slabs, Span span) implements Price {
    public Volume {
      slabs = List.copyOf(slabs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.volume(this);
    }
  }

  /** `price USD flat 9.00`. */
  record Flat(Name currency, Numeral amount, Span span) implements Price {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.flat(this);
    }
  }

  /** `price USD packs { 10_000 for 18.00 }`. */
  record Packs(Name currency, List<Pack> packs, Span span) implements Price {
    public Packs {
      packs = List.copyOf(packs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.packs(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R graduated(Graduated graduated);

    R volume(Volume volume);

    R flat(Flat flat);

    R packs(Packs packs);
  }
}
