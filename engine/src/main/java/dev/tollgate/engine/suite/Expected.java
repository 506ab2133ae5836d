package dev.tollgate.engine.suite;

import dev.tollgate.grammar.tree.Expectation;
import dev.tollgate.grammar.tree.Measure;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the expectations of a step are about; each answers with whether it is about an account. */
final class Expected implements Expectation.Visitor<Boolean> {

  private static final Set<Measure> OF_COSTS = Set.of(Measure.COST, Measure.USED);
  private static final Set<Measure> OF_COUNTERS =
      Set.of(Measure.USED, Measure.REMAINING, Measure.BEYOND);

  private final Finding finding;
  private final QuotaChoice quotas;
  private final Set<String> amounts = new HashSet<>();
  private final Set<String> costs = new HashSet<>();
  private final Set<BigDecimal> warned = new HashSet<>();
  private boolean denied;
  private boolean priced;
  private boolean charged;
  private boolean thresholds;
  private boolean judged;
  private boolean refused;
  private boolean most;
  private final Set<String> counters = new HashSet<>();

  Expected(Finding finding, QuotaChoice quotas, List<Expectation> expectations) {
    this.finding = finding;
    this.quotas = quotas;
    expectations.forEach(expectation -> expectation.accept(this));
  }

  /** Quotas of whose amount something is expected. */
  Set<String> amounts() {
    return amounts;
  }

  /** Quotas of whose costs something is expected. */
  Set<String> costs() {
    return costs;
  }

  Set<BigDecimal> warned() {
    return warned;
  }

  boolean denied() {
    return denied;
  }

  /** Whether the price of a purchase, or of what is held, is expected. */
  boolean priced() {
    return priced;
  }

  /** Whether a charge for what was used is expected. */
  boolean charged() {
    return charged;
  }

  /** Quotas of whose counters something is expected. */
  Set<String> counters() {
    return counters;
  }

  /** Whether it is expected that the step crosses thresholds, or that it crosses none. */
  boolean thresholds() {
    return thresholds;
  }

  /** Whether it is expected that the step is allowed or denied. */
  boolean judged() {
    return judged;
  }

  /** Whether it is expected that nobody decides the step. */
  boolean refused() {
    return refused;
  }

  /** Whether the largest amount is expected that can be held. */
  boolean most() {
    return most;
  }

  @Override
  public Boolean figure(Expectation.Figure figure) {
    String quota = quotas.of(figure.quota(), figure.amount().unit()).name();
    if (!OF_COSTS.contains(figure.measure())) {
      amounts.add(quota);
    }
    if (OF_COSTS.contains(figure.measure()) || figure.measure() == Measure.REMAINING) {
      costs.add(quota);
    }
    if (OF_COUNTERS.contains(figure.measure())) {
      counters.add(quota);
    }
    return true;
  }

  @Override
  public Boolean comesBack(Expectation.ComesBack comesBack) {
    String quota = quotas.of(comesBack.quota(), comesBack.amount().unit()).name();
    counters.add(quota);
    return costs.add(quota);
  }

  @Override
  public Boolean unlimited(Expectation.Unlimited unlimited) {
    return amounts.add(quotas.of(unlimited.quota(), Optional.empty()).name());
  }

  @Override
  public Boolean allowed(Expectation.Allowed allowed) {
    judged = true;
    return true;
  }

  @Override
  public Boolean denied(Expectation.Denied expected) {
    denied = true;
    judged = true;
    finding.denied().ifPresent(actual -> amounts.add(actual.quota()));
    return true;
  }

  @Override
  public Boolean deniedStatus(Expectation.DeniedStatus deniedStatus) {
    return true;
  }

  @Override
  public Boolean deniedMessage(Expectation.DeniedMessage deniedMessage) {
    return true;
  }

  @Override
  public Boolean notCounted(Expectation.NotCounted notCounted) {
    return costs.addAll(quotas.names());
  }

  @Override
  public Boolean warnedAt(Expectation.WarnedAt warnedAt) {
    thresholds = true;
    return warned.add(warnedAt.percent().value());
  }

  @Override
  public Boolean notWarned(Expectation.NotWarned notWarned) {
    thresholds = true;
    return true;
  }

  @Override
  public Boolean charged(Expectation.Charged expected) {
    charged = true;
    counters.addAll(quotas.names());
    return costs.addAll(quotas.names());
  }

  @Override
  public Boolean priced(Expectation.Priced expected) {
    priced = true;
    return true;
  }

  @Override
  public Boolean slabPriced(Expectation.SlabPriced slabPriced) {
    priced |= finding.purchase().isPresent();
    charged |= finding.purchase().isEmpty();
    return true;
  }

  @Override
  public Boolean most(Expectation.Most expected) {
    most = true;
    return amounts.addAll(quotas.names());
  }

  @Override
  public Boolean refused(Expectation.Refused expected) {
    refused = true;
    return true;
  }

  @Override
  public Boolean decidedBy(Expectation.DecidedBy decidedBy) {
    amounts.addAll(quotas.names());
    return costs.addAll(quotas.names());
  }

  @Override
  public Boolean assumed(Expectation.Assumed assumed) {
    return true;
  }

  @Override
  public Boolean nothingAssumed(Expectation.NothingAssumed nothingAssumed) {
    return true;
  }

  @Override
  public Boolean diagnosed(Expectation.Diagnosed diagnosed) {
    return false;
  }

  @Override
  public Boolean notDiagnosed(Expectation.NotDiagnosed notDiagnosed) {
    return false;
  }
}
