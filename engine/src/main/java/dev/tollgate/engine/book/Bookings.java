package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.Consumed;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.QuotaState;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.Recorded;
import dev.tollgate.engine.terms.Holding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what the entries of a ledger add to the records: which units were used and what they cost,
 * on the days to which they belong, and what there is to tell.
 *
 * <p>All of it comes from the answers that the entries carry, so that the records say what callers
 * were told. What is held is booked when it is committed, on the day on which it was held; what is
 * given back is booked below 0 on the day from which it is taken.
 */
public final class Bookings implements Entry.Visitor<Remembered, Settlement, Booked> {

  private static final Bookings BOOKINGS = new Bookings();

  private Bookings() {}

  /** What an entry adds; without its answer, which comes in an entry of its own, nothing. */
  public static Booked of(Entry<Remembered, Settlement> entry) {
    return entry.accept(BOOKINGS);
  }

  @Override
  public Booked visitTaken(Entry.Taken<Remembered, Settlement> taken) {
    Remembered answer = taken.answer();
    Kind kind = Kind.of(answer);
    List<Usage> usage = new ArrayList<>();
    for (Consumed consumed : answer.decision().consumed()) {
      usage.add(usage(kind, consumed, 1, answer.decision().charge()));
    }
    return new Booked(
        answer.product(),
        answer.account(),
        usage,
        lines(answer.decision().charge()),
        crossed(
            new Whose(answer.product(), answer.account(), taken.take().decisionId(), taken.at()),
            answer.decision().quotas()));
  }

  @Override
  public Booked visitClosed(Entry.Closed<Remembered, Settlement> closed) {
    Remembered decided = closed.decision();
    if (closed.answer().isEmpty()) {
      return new Booked(decided.product(), decided.account(), List.of(), List.of(), List.of());
    }
    Settlement settlement = closed.answer().get();
    boolean held = closed.take().expires().isPresent();
    Kind kind = Kind.of(decided);
    List<Usage> usage = new ArrayList<>();
    List<String> counted = new ArrayList<>();
    for (Consumed consumed : onAllDays(settlement)) {
      boolean first = !counted.contains(consumed.quota());
      counted.add(consumed.quota());
      usage.add(usage(kind, consumed, held && first ? 1 : 0, settlement.charge()));
    }
    if (closed.state() == Recorded.State.CANCELLED) {
      for (Consumed consumed : decided.decision().consumed()) {
        usage.add(Usage.calls(kind.key(consumed, Optional.empty()), -1));
      }
    }
    return new Booked(
        decided.product(),
        decided.account(),
        usage,
        lines(settlement.charge()),
        crossed(
            new Whose(
                decided.product(), decided.account(), closed.take().decisionId(), closed.at()),
            settlement.quotas()));
  }

  @Override
  public Booked visitAdjusted(Entry.Adjusted<Remembered, Settlement> adjusted) {
    Settlement answer = adjusted.answer();
    String product = adjusted.adjustment().key().product();
    String account = adjusted.adjustment().account();
    QuotaState state = answer.quotas().get(0);
    Kind kind = new Kind(Optional.empty(), state.keys());
    Whose whose = new Whose(product, account, adjusted.adjustment().id(), adjusted.at());
    List<Event> events = new ArrayList<>();
    events.add(
        whose.event(
            new Event.Adjusted(
                whose.id(),
                state.quota(),
                state.keys(),
                answer.cost().get(state.quota()).negate(),
                adjusted.adjustment().reason())));
    events.addAll(crossed(whose, answer.quotas()));
    return new Booked(
        product,
        account,
        onAllDays(answer).stream()
            .map(consumed -> usage(kind, consumed, 0, answer.charge()))
            .toList(),
        lines(answer.charge()),
        events);
  }

  /** Under which name usage is booked, beside its day and quota. */
  private record Kind(Optional<String> call, Map<String, String> keys) {
    static Kind of(Remembered answer) {
      return new Kind(
          Optional.of(answer.call().name()).filter(name -> !name.isEmpty()), answer.keys());
    }

    Usage.Key key(Consumed consumed, Optional<String> currency) {
      return new Usage.Key(consumed.day(), consumed.quota(), consumed.unit(), call, keys, currency);
    }
  }

  /** Whose event it is, and what made it. */
  private record Whose(String product, String account, String id, Instant at) {
    Event event(Event.Detail detail) {
      return new Event(at, product, account, detail);
    }
  }

  /**
   * What was consumed, and nothing on the other days whose money changed: what an adjustment has
   * taken off a day cannot be taken off it again, so a cancel takes it off the nearest one.
   */
  private static List<Consumed> onAllDays(Settlement settlement) {
    List<Consumed> all = new ArrayList<>(settlement.consumed());
    List<Charge.Line> lines = settlement.charge().map(Charge::lines).orElse(List.of());
    for (Charge.Line line : lines) {
      List<Consumed> sameQuota =
          all.stream().filter(one -> one.quota().equals(line.quota())).toList();
      if (sameQuota.stream().noneMatch(one -> one.day().equals(line.day()))) {
        String unit = sameQuota.get(0).unit();
        all.add(new Consumed(line.quota(), unit, line.day(), BigDecimal.ZERO, BigDecimal.ZERO));
      }
    }
    return all;
  }

  private static Usage usage(Kind kind, Consumed consumed, long calls, Optional<Charge> charge) {
    List<Money> ofDay =
        charge.stream()
            .flatMap(all -> all.lines().stream())
            .filter(line -> line.quota().equals(consumed.quota()))
            .filter(line -> line.day().equals(consumed.day()))
            .map(Charge.Line::amount)
            .toList();
    return new Usage(
        kind.key(consumed, ofDay.stream().findFirst().map(Money::currency)),
        calls,
        consumed.included(),
        consumed.billed(),
        ofDay.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static List<BilledLine> lines(Optional<Charge> charge) {
    return charge.stream()
        .flatMap(all -> all.lines().stream())
        .flatMap(
            line ->
                line.slabs().stream()
                    .map(
                        slab ->
                            new BilledLine(
                                line.day(),
                                Holding.Mode.USED,
                                line.addOn(),
                                Optional.of(line.quota()),
                                line.policy(),
                                slab)))
        .toList();
  }

  private static List<Event> crossed(Whose whose, List<QuotaState> states) {
    return states.stream()
        .flatMap(
            state ->
                state.warned().stream()
                    .map(
                        percent ->
                            whose.event(
                                new Event.ThresholdCrossed(
                                    whose.id(),
                                    state.quota(),
                                    state.keys(),
                                    percent,
                                    state.used().orElse(BigDecimal.ZERO),
                                    state.limit(),
                                    state.window()))))
        .toList();
  }
}
