package dev.tollgate.engine.reference;

import dev.tollgate.grammar.tree.Amount;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Evaluates amounts for one account. */
final class ReferenceAmounts {

  /** Stands for no limit. */
  static final BigDecimal NO_LIMIT = new BigDecimal("1e30");

  private final Clauses clauses;
  private final ReferenceAccount account;
  private final int decimals;

  ReferenceAmounts(Clauses clauses, ReferenceAccount account, int decimals) {
    this.clauses = clauses;
    this.account = account;
    this.decimals = decimals;
  }

  BigDecimal of(Amount amount) {
    if (amount instanceof Amount.Fixed fixed) {
      return fixed.quantity().number().value();
    }
    if (amount instanceof Amount.PerSeat perSeat) {
      BigDecimal above = perSeat.above().map(Numeral::value).orElse(BigDecimal.ZERO);
      BigDecimal counted = seats(perSeat.seat().text()).subtract(above).max(BigDecimal.ZERO);
      return perSeat.each().number().value().multiply(counted);
    }
    if (amount instanceof Amount.FactValue fact) {
      return (BigDecimal) account.facts().get(fact.fact().text());
    }
    if (amount instanceof Amount.EditionNumber) {
      return editionNumber();
    }
    if (amount instanceof Amount.Sum sum) {
      return all(sum.terms()).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
    if (amount instanceof Amount.Times times) {
      return of(times.left()).multiply(of(times.right()));
    }
    if (amount instanceof Amount.Divided divided) {
      return of(divided.amount()).divide(divided.by().value(), decimals, mode(divided.rounding()));
    }
    if (amount instanceof Amount.GreaterOf greater) {
      return all(greater.amounts()).stream().reduce(BigDecimal::max).orElseThrow();
    }
    if (amount instanceof Amount.LesserOf lesser) {
      return all(lesser.amounts()).stream().reduce(BigDecimal::min).orElseThrow();
    }
    if (amount instanceof Amount.AtLeast atLeast) {
      return of(atLeast.amount()).max(atLeast.least().number().value());
    }
    if (amount instanceof Amount.Capacity bucket) {
      return bucket.capacity().number().value();
    }
    if (amount instanceof Amount.NoLimit) {
      return NO_LIMIT;
    }
    throw new IllegalArgumentException("random policies have no such amount: " + amount);
  }

  static RoundingMode mode(Rounding rounding) {
    return switch (rounding) {
      case UP, PRO_RATA -> RoundingMode.CEILING;
      case DOWN -> RoundingMode.FLOOR;
      case NEAREST -> RoundingMode.HALF_UP;
    };
  }

  private List<BigDecimal> all(List<Amount> amounts) {
    return amounts.stream().map(this::of).toList();
  }

  private BigDecimal seats(String name) {
    for (ProductClause.Seat seat : clauses.inProduct(ProductClause.Seat.class)) {
      if (seat.singular().text().equals(name) || seat.plural().orElseThrow().text().equals(name)) {
        return BigDecimal.valueOf(account.seats().getOrDefault(seat.singular().text(), 0L));
      }
    }
    throw new IllegalArgumentException("no seat " + name);
  }

  private BigDecimal editionNumber() {
    return clauses.inProduct(ProductClause.Edition.class).stream()
        .filter(edition -> edition.name().text().equals(account.edition()))
        .findFirst()
        .orElseThrow()
        .number()
        .orElseThrow()
        .value();
  }
}
