package dev.tollgate.engine.suite;

import dev.tollgate.engine.coverage.Observation;
import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.decide.Purchase;
import dev.tollgate.engine.decide.SlabLine;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.grammar.tree.Expectation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells whoever observes a test which of its steps have expectations, and what these rest on. */
final class Watcher {

  private final TestAccount account;
  private final TestClock clock;
  private final Consumer<Observation> observer;

  /** Units billed by what was used, by add-on, on the day of the latest step. */
  private final Map<String, BigDecimal> billed = new HashMap<>();

  private LocalDate day = LocalDate.MIN;

  Watcher(TestAccount account, TestClock clock, Consumer<Observation> observer) {
    this.account = account;
    this.clock = clock;
    this.observer = observer;
  }

  /** A step, whether or not anything is expected of it. */
  void happened(Finding finding) {
    LocalDate today = clock.instant().atZone(account.zone()).toLocalDate();
    if (!today.equals(day)) {
      billed.clear();
      day = today;
    }
    for (Charge charge : finding.charges()) {
      for (Charge.Line line : charge.lines()) {
        billed.merge(line.addOn(), line.units(), BigDecimal::add);
      }
    }
  }

  /** Expectations that were met. */
  void met(Finding finding, List<Expectation> expectations) {
    boolean decided = finding.verdict() != Finding.Verdict.REFUSED;
    if (expectations.isEmpty() || !decided) {
      return;
    }
    QuotaChoice quotas = new QuotaChoice(account.product());
    Expected expected = new Expected(finding, quotas, expectations);
    observer.accept(
        new Observation(
            account.product().name(),
            clock.instant(),
            account.zone(),
            expected.amounts(),
            expected.costs(),
            account.grounds(finding.request()),
            expected.denied() ? finding.denied() : Optional.empty(),
            expected.warned(),
            finding.quotas(),
            priced(finding, expected)));
  }

  private Map<String, BigDecimal> priced(Finding finding, Expected expected) {
    Map<String, BigDecimal> priced = new HashMap<>();
    if (expected.charged()) {
      priced.putAll(billed);
    }
    if (expected.priced() && finding.purchase().isPresent()) {
      for (Purchase.Line line : finding.purchase().get().lines()) {
        priced.put(line.addOn(), units(line.slabs()).orElse(line.amount()));
      }
    } else if (expected.priced()) {
      for (Explanation.OfAddOn addOn : account.explanation().addOns()) {
        addOn
            .held()
            .filter(held -> held.mode() == Holding.Mode.BOUGHT)
            .ifPresent(held -> priced.put(addOn.addOn(), held.amount()));
      }
    }
    return priced;
  }

  private static Optional<BigDecimal> units(List<SlabLine> slabs) {
    return slabs.stream().map(SlabLine::units).reduce(BigDecimal::add);
  }
}
