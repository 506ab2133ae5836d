package dev.tollgate.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far one formula can be above another at most, seen from their form alone: most edits change
 * an amount and leave what varies as it is, and then no numbers need to be tried.
 *
 * <p>Worked example: the lesser of 12,000 + 500 × users and 500,000 is nowhere more than 2,000
 * above the lesser of 10,000 + 500 × users and 500,000.
 */
final class Ahead {

  private Ahead() {}

  /** A bound of the difference for all numbers; empty where the forms do not show one. */
  static Optional<Rational> of(Formula greater, Formula lesser) {
    if (greater.equals(lesser)) {
      return Optional.of(Rational.ZERO);
    } else if (greater instanceof Formula.Linear more && lesser instanceof Formula.Linear less) {
      return more.value().factors().equals(less.value().factors())
          ? Optional.of(more.value().constant().minus(less.value().constant()))
          : none();
    } else if (greater instanceof Formula.Times more && lesser instanceof Formula.Times less) {
      return more.by().equals(less.by()) ? times(more.value(), less.value(), more.by()) : none();
    } else if (greater instanceof Formula.Sum more && lesser instanceof Formula.Sum less) {
      return each(more.parts(), less.parts())
          .map(parts -> parts.stream().reduce(Rational.ZERO, Rational::plus));
    } else if (greater instanceof Formula.Least more && lesser instanceof Formula.Least less) {
      return each(more.choices(), less.choices()).flatMap(Ahead::greatest);
    } else if (greater instanceof Formula.Greatest more
        && lesser instanceof Formula.Greatest less) {
      return each(more.choices(), less.choices()).flatMap(Ahead::greatest);
    }
    return Optional.empty();
  }

  private static Optional<Rational> none() {
    return Optional.empty();
  }

  /** What is taken off is ahead where it is behind. */
  private static Optional<Rational> times(Formula greater, Formula lesser, Rational by) {
    return by.signum() > 0
        ? of(greater, lesser).map(by::times)
        : of(lesser, greater).map(by.negated()::times);
  }

  private static Optional<Rational> greatest(List<Rational> bounds) {
    return bounds.stream().max(Rational::compareTo);
  }

  private static Optional<List<Rational>> each(List<Formula> greater, List<Formula> lesser) {
    if (greater.size() != lesser.size()) {
      return Optional.empty();
    }
    List<Rational> bounds = new ArrayList<>();
    for (int i = 0; i < greater.size(); i++) {
      of(greater.get(i), lesser.get(i)).ifPresent(bounds::add);
    }
    return bounds.size() < greater.size() ? Optional.empty() : Optional.of(bounds);
  }
}
