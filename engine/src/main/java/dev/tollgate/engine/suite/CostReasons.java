package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.CostLine;
import dev.tollgate.engine.decide.Grounds;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines that a price of a call rests on: what it costs, the band it is in, what is free. */
final class CostReasons {

  /**
   * Between what a cost line says and what it came to: {@code 1 per 10 records: 25 records → 3}.
   */
  private static final String DETAIL = ": ";

  private CostReasons() {}

  /**
   * @param costs how the cost came about, in the quotas that counted the call
   * @param grounds the cost lines that decided about it, in all quotas
   */
  static List<Because> of(List<CostLine> costs, List<Grounds> grounds) {
    List<Because> found = new ArrayList<>();
    costs.stream()
        .filter(line -> !line.text().isEmpty())
        .map(CostReasons::line)
        .forEach(found::add);
    for (Grounds ofQuota : grounds) {
      for (Grounds.Line decided : ofQuota.lines()) {
        Cost cost = decided.line().cost();
        if (cost instanceof Cost.NotCounted) {
          found.add(new Because(decided.line().text(), Optional.of(decided.line().place())));
        } else if (cost instanceof Cost.Banded banded) {
          found.addAll(bands(banded, decided));
        }
      }
    }
    return found;
  }

  /**
   * The line as its author wrote it, and how it came to the cost where that takes more than
   * reading. What the arithmetic repeats of the line is left out.
   */
  private static Because line(CostLine cost) {
    String arithmetic = cost.arithmetic();
    if (!arithmetic.contains("→")) {
      return new Because(cost.text(), cost.at());
    }
    int detail = arithmetic.indexOf(DETAIL);
    boolean repeats = detail >= 0 && cost.text().endsWith(arithmetic.substring(0, detail));
    String rest = repeats ? arithmetic.substring(detail) : DETAIL + arithmetic;
    return new Because(cost.text() + rest, cost.at());
  }

  /** The band that the parameter falls in, and the one before, which it might have to fall in. */
  private static List<Because> bands(Cost.Banded banded, Grounds.Line decided) {
    List<Because> found = new ArrayList<>();
    Value given = decided.params().get(banded.parameter());
    if (given instanceof Value.Number number) {
      String is = banded.parameter() + " is " + Wording.number(BigDecimal.valueOf(number.steps()));
      int band = 0;
      while (band < banded.bands().size() && banded.bands().get(band).to() < number.steps()) {
        band++;
      }
      if (band > 0) {
        found.add(new Because(is + ", and above this", at(banded, band - 1)));
      }
      if (band < banded.bands().size()) {
        found.add(new Because(is, at(banded, band)));
      }
    }
    return found;
  }

  private static Optional<Place> at(Cost.Banded banded, int band) {
    return Optional.of(banded.bands().get(band).place());
  }
}
