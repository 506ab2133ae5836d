package dev.tollgate.engine.policy;

import java.util.List;

/** What one call consumes. All amounts are steps of the quota's unit, from 0. */
public sealed interface Cost {

  <R> R accept(Visitor<R> visitor);

  /** The quota does not count the call: it is neither judged nor listed. */
  record NotCounted() implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNotCounted(this);
    }
  }

  record Constant(long steps) implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitConstant(this);
    }
  }

  /**
   * {@code each} for every group of {@code group} of a parameter.
   *
   * @param group from 1
   * @param rounding how a part of a group counts
   */
  record PerGroup(long each, long group, String parameter, Rounding rounding) implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitPerGroup(this);
    }
  }

  /** {@code each × parameter ÷ group}, a part of the last step counts whole. */
  record ProRata(long each, long group, String parameter) implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitProRata(this);
    }
  }

  /** What the calls inside a composite cost, each by itself. */
  record SumOfItsCalls() implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSumOfItsCalls(this);
    }
  }

  record Sum(List<Cost> parts) implements Cost {
    public Sum {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSum(this);
    }
  }

  record AtLeast(Cost cost, long least) implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAtLeast(this);
    }
  }

  /**
   * A constant for each band of a parameter.
   *
   * @param bands ascending by {@code to}
   * @param beyond the cost above the last band; absent when the parameter's own maximum ends it
   */
  record Banded(String parameter, List<Band> bands, java.util.OptionalLong beyond) implements Cost {
    public Banded {
      bands = List.copyOf(bands);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBanded(this);
    }
  }

  /** Up to {@code to} (included) the call costs {@code steps}. */
  record Band(long to, long steps, Place place) {}

  /** {@code hold} when the call begins; {@code settle}, with what is known then, when it ends. */
  record Held(Cost hold, Cost settle) implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitHeld(this);
    }
  }

  /** One method for each form. */
  interface Visitor<R> {
    R visitNotCounted(NotCounted notCounted);

    R visitConstant(Constant constant);

    R visitPerGroup(PerGroup perGroup);

    R visitProRata(ProRata proRata);

    R visitSumOfItsCalls(SumOfItsCalls sumOfItsCalls);

    R visitSum(Sum sum);

    R visitAtLeast(AtLeast atLeast);

    R visitBanded(Banded banded);

    R visitHeld(Held held);
  }
}
