package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.grammar.tree.CheckValue;
import dev.tollgate.grammar.tree.Name;
import java.util.Optional;

/** In which unit a value of a claim is; empty for a plain number, and where that is not known. */
record ClaimUnits(TestSubject subject) implements CheckValue.Visitor<Optional<Unit>> {

  @Override
  public Optional<Unit> allotmentOf(CheckValue.AllotmentOf allotmentOf) {
    return subject
        .quota(Optional.empty(), Optional.empty(), allotmentOf.span())
        .flatMap(QuotaDraft::unit);
  }

  @Override
  public Optional<Unit> costOf(CheckValue.CostOf costOf) {
    return subject
        .quota(Optional.empty(), Optional.empty(), costOf.span())
        .flatMap(QuotaDraft::unit);
  }

  @Override
  public Optional<Unit> priceOf(CheckValue.PriceOf priceOf) {
    return subject
        .product()
        .addOns
        .look(priceOf.addOn().text())
        .flatMap(Names.Entry::value)
        .flatMap(addOn -> addOn.price)
        .map(Price::currency)
        .map(Unit::money);
  }

  @Override
  public Optional<Unit> number(CheckValue.Number number) {
    Optional<Name> unit = number.quantity().unit();
    return unit.flatMap(subject.product().quantities::unit);
  }

  @Override
  public Optional<Unit> sum(CheckValue.Sum sum) {
    return sum.terms().stream().flatMap(term -> term.accept(this).stream()).findFirst();
  }

  @Override
  public Optional<Unit> times(CheckValue.Times times) {
    return times.left().accept(this).or(() -> times.right().accept(this));
  }
}
