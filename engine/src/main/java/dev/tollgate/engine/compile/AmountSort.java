package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.tree.Amount;
import java.util.List;

/** What a part of an amount is, as far as it says so itself. */
enum AmountSort {
  /** An amount of a unit. */
  AMOUNT,
  /** A plain number. */
  NUMBER,
  /** A bare number, which is whatever its place needs. */
  EITHER;

  /** Finds the sort of a part without judging it. */
  record Of(ProductDraft product) implements Amount.Visitor<AmountSort> {

    @Override
    public AmountSort fixed(Amount.Fixed fixed) {
      return fixed.quantity().unit().isPresent() ? AMOUNT : EITHER;
    }

    @Override
    public AmountSort perSeat(Amount.PerSeat perSeat) {
      return AMOUNT;
    }

    @Override
    public AmountSort factValue(Amount.FactValue factValue) {
      return product
          .facts
          .look(factValue.fact().text())
          .flatMap(Names.Entry::value)
          .map(fact -> fact.type() instanceof ValueType.Quantity ? AMOUNT : NUMBER)
          .orElse(EITHER);
    }

    @Override
    public AmountSort editionNumber(Amount.EditionNumber editionNumber) {
      return NUMBER;
    }

    @Override
    public AmountSort sum(Amount.Sum sum) {
      return of(sum.terms());
    }

    @Override
    public AmountSort times(Amount.Times times) {
      AmountSort left = times.left().accept(this);
      AmountSort right = times.right().accept(this);
      if (left == AMOUNT || right == AMOUNT) {
        return AMOUNT;
      }
      return left == NUMBER && right == NUMBER ? NUMBER : EITHER;
    }

    @Override
    public AmountSort divided(Amount.Divided divided) {
      return divided.amount().accept(this);
    }

    @Override
    public AmountSort greaterOf(Amount.GreaterOf greaterOf) {
      return of(greaterOf.amounts());
    }

    @Override
    public AmountSort lesserOf(Amount.LesserOf lesserOf) {
      return of(lesserOf.amounts());
    }

    @Override
    public AmountSort atLeast(Amount.AtLeast atLeast) {
      return atLeast.least().unit().isPresent() ? AMOUNT : atLeast.amount().accept(this);
    }

    @Override
    public AmountSort roomUnderCap(Amount.RoomUnderCap roomUnderCap) {
      return AMOUNT;
    }

    @Override
    public AmountSort noLimit(Amount.NoLimit noLimit) {
      return EITHER;
    }

    @Override
    public AmountSort capacity(Amount.Capacity capacity) {
      return AMOUNT;
    }

    @Override
    public AmountSort sameAs(Amount.SameAs sameAs) {
      return AMOUNT;
    }

    private AmountSort of(List<Amount> parts) {
      List<AmountSort> sorts = parts.stream().map(part -> part.accept(this)).toList();
      if (sorts.contains(AMOUNT)) {
        return AMOUNT;
      }
      return sorts.contains(NUMBER) ? NUMBER : EITHER;
    }
  }
}
