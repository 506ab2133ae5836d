package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.SlabLine;
import dev.tollgate.grammar.tree.Expectation;
import dev.tollgate.grammar.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds the slabs that a purchase or a charge is made of against those that a test expects, which
 * are all of them in their order.
 */
final class SlabPrices {

  private final List<SlabLine> actual;
  private final List<Expectation.SlabPriced> expected = new ArrayList<>();

  SlabPrices(Finding finding, List<Expectation> together) {
    this.actual =
        finding.purchase().isPresent()
            ? finding.purchase().get().lines().stream()
                .flatMap(line -> line.slabs().stream())
                .toList()
            : finding.charges().stream()
                .flatMap(charge -> charge.lines().stream())
                .flatMap(line -> line.slabs().stream())
                .toList();
    for (Expectation expectation : together) {
      if (expectation instanceof Expectation.SlabPriced slab) {
        expected.add(slab);
      }
    }
  }

  /** What the slabs are instead; empty when this one is as expected, and there are no others. */
  Optional<String> unmet(Expectation.SlabPriced slab) {
    int index = expected.indexOf(slab);
    boolean met =
        actual.size() == expected.size()
            && actual.get(index).units().compareTo(slab.units().value()) == 0
            && actual.get(index).amount().equals(money(slab));
    return met ? Optional.empty() : Optional.of(text());
  }

  private static Money money(Expectation.SlabPriced slab) {
    String currency = slab.money().unit().map(Name::text).orElse("");
    return new Money(slab.money().number().value(), currency);
  }

  private String text() {
    return actual.isEmpty()
        ? "no slab"
        : actual.stream()
            .map(line -> Wording.number(line.units()) + " for " + line.amount())
            .collect(Collectors.joining(", "));
  }
}
