package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Standing;
import dev.tollgate.engine.ledger.Tally;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Says how quotas stand, in their own units. */
final class QuotaStates {

  private QuotaStates() {}

  /** Before a call: nothing of it is consumed. */
  static List<QuotaState> before(Demands demands, List<Standing> standings) {
    Iterator<Standing> next = standings.iterator();
    List<QuotaState> states = new ArrayList<>();
    for (Demand demand : demands.all()) {
      states.add(
          demand.judged()
              ? state(demand, Optional.of(next.next()), Optional.empty(), List.of())
              : notCounted(demand));
    }
    return states;
  }

  /** After a call that was consumed. */
  static List<QuotaState> after(Demands demands, List<Tally> tallies) {
    Iterator<Tally> next = tallies.iterator();
    List<QuotaState> states = new ArrayList<>();
    for (Demand demand : demands.all()) {
      states.add(demand.judged() ? after(demand, next.next()) : notCounted(demand));
    }
    return states;
  }

  /** At a moment that is over: the terms alone. */
  static List<QuotaState> terms(Demands demands) {
    return demands.all().stream()
        .map(demand -> state(demand, Optional.empty(), Optional.empty(), List.of()))
        .toList();
  }

  private static QuotaState after(Demand demand, Tally tally) {
    long above = tally.after().used() - demand.counter().available();
    Optional<BigDecimal> beyond =
        demand.counter().available() == Unit.UNLIMITED || above <= 0 || demand.cost() == 0
            ? Optional.empty()
            : Optional.of(demand.units(Math.min(above, demand.cost())));
    return state(demand, Optional.of(tally.after()), beyond, warned(demand, tally.crossed()));
  }

  /** The thresholds in percent, by their places. */
  static List<BigDecimal> warned(Demand demand, List<Integer> crossed) {
    return crossed.stream().map(place -> demand.quota().warnAt().get(place)).toList();
  }

  static QuotaState state(
      Demand demand,
      Optional<Standing> standing,
      Optional<BigDecimal> beyond,
      List<BigDecimal> warned) {
    long available = demand.counter().available();
    return new QuotaState(
        demand.quota().name(),
        demand.quota().unit().name(),
        demand.keys(),
        limited(demand, available),
        limited(demand, demand.counter().included()),
        standing.map(known -> demand.units(known.used())),
        standing.flatMap(known -> limited(demand, known.remaining(available))),
        demand.quota().window().text(),
        standing
            .flatMap(Standing::nextReturn)
            .map(back -> new NextReturn(back.at(), demand.units(back.amount()))),
        demand.judged(),
        beyond,
        warned);
  }

  private static QuotaState notCounted(Demand demand) {
    return state(demand, Optional.empty(), Optional.empty(), List.of());
  }

  private static Optional<BigDecimal> limited(Demand demand, long steps) {
    return steps == Unit.UNLIMITED ? Optional.empty() : Optional.of(demand.units(steps));
  }
}
