package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Adjusted;
import dev.tollgate.engine.ledger.Adjustment;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.RequestId;
import dev.tollgate.engine.ledger.Settled;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adjusts what accounts have used: the one change of a counter that no call makes. Safe for use by
 * many threads; adjustments take their turns.
 */
public final class Adjustments {

  private static final Duration REMEMBERED = Duration.ofHours(24);

  private final Intake intake;
  private final Ledger<Remembered, Settlement> ledger;
  private final AdjustmentRequests written;
  private final InstantSource clock;
  private final DecisionIds ids = new DecisionIds(new SecureRandom());

  /** Those of the last 24 hours, which may not be written yet; the earliest first. */
  private final Map<Request, AdjustmentRequests.Answered> latest = new LinkedHashMap<>();

  public Adjustments(
      PolicyInForce policy,
      Accounts accounts,
      Ledger<Remembered, Settlement> ledger,
      AdjustmentRequests written,
      InstantSource clock) {
    this.intake = new Intake(policy, accounts);
    this.ledger = ledger;
    this.written = written;
    this.clock = clock;
  }

  private record Request(String product, String account, String id) {}

  /**
   * Adjusts.
   *
   * @return the answer, of which {@link Settlement#cost} is what was consumed: below 0 what was
   *     given back
   * @throws InvalidRequest if it cannot be read, or more was to be given back than is used; the
   *     problem names the most
   * @throws NotFound if there is no such product or account
   * @throws Conflict if the request id was used with another request
   */
  public synchronized Settlement adjust(AdjustmentRequest request) {
    Instant now = Intake.whole(clock.instant());
    Optional<Settlement> before = request.requestId().flatMap(id -> again(request, id, now));
    if (before.isPresent()) {
      return before.get().asReplayed();
    }
    Question question = intake.adjustment(request, now);
    question.problems().throwIfAny();
    Demand demand = question.demands().judged().get(0);
    Adjustment adjustment =
        new Adjustment(
            ids.next(now),
            request.account(),
            demand.key(),
            demand.counter(),
            request.amount().signum() < 0 ? -demand.cost() : demand.cost(),
            now,
            request.reason(),
            request.requestId().map(id -> new RequestId(id, request.fingerprint())));
    Settlement answer =
        ledger
            .adjust(adjustment, settled -> answer(question, adjustment, settled))
            .accept(new Answer(demand));
    remember(request, adjustment, answer);
    return answer;
  }

  private Optional<Settlement> again(AdjustmentRequest request, String id, Instant now) {
    Request key = new Request(request.product(), request.account(), id);
    Optional<AdjustmentRequests.Answered> known =
        Optional.ofNullable(latest.get(key))
            .or(() -> written.find(key.product(), key.account(), id))
            .filter(answered -> now.isBefore(answered.at().plus(REMEMBERED)));
    if (known.isPresent() && !known.get().request().fingerprint().equals(request.fingerprint())) {
      throw new Conflict(
          Conflict.Code.REQUEST_ID_REUSED,
          "this request id was used with another adjustment within 24 hours: give each its own");
    }
    return known.map(AdjustmentRequests.Answered::answer);
  }

  private void remember(AdjustmentRequest request, Adjustment adjustment, Settlement answer) {
    latest.values().removeIf(old -> !adjustment.at().isBefore(old.at().plus(REMEMBERED)));
    adjustment
        .request()
        .ifPresent(
            id ->
                latest.put(
                    new Request(request.product(), request.account(), id.id()),
                    new AdjustmentRequests.Answered(id, adjustment.at(), answer)));
  }

  private static Settlement answer(Question question, Adjustment adjustment, Settled settled) {
    Demand demand = question.demands().judged().get(0);
    Settled.Change change = settled.changes().get(0);
    List<Consumed> consumed =
        change.booked().stream()
            .map(it -> Consumed.of(demand, it.day(), it.included(), it.billed()))
            .toList();
    BigDecimal cost = demand.signedUnits(-adjustment.units());
    return new Settlement(
        adjustment.id(),
        Settlement.Outcome.ADJUSTED,
        true,
        adjustment.at(),
        Map.of(demand.quota().name(), cost),
        Optional.empty(),
        Consumed.sum(consumed),
        Charges.sum(Charges.lines(demand, change.days())),
        List.of(
            QuotaStates.state(
                demand,
                Optional.of(change.after()),
                Optional.empty(),
                QuotaStates.warned(demand, change.crossed()))),
        false);
  }

  /** What the ledger's outcome is to the caller. */
  private record Answer(Demand demand) implements Adjusted.Visitor<Settlement, Settlement> {

    @Override
    public Settlement visitDone(Adjusted.Done<Settlement> done) {
      return done.answer();
    }

    @Override
    public Settlement visitTooMuch(Adjusted.TooMuch<Settlement> tooMuch) {
      String most = demand.units(tooMuch.most()).toPlainString();
      throw new InvalidRequest(
          List.of(
              Problem.of(
                  "/amount",
                  "more-than-used",
                  "at most " + most + " can be given back: no more is used")));
    }
  }
}
