package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Shortage;
import dev.tollgate.engine.ledger.Standing;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Json;
import dev.tollgate.engine.terms.ReceiptLine;
import java.util.List;
import java.util.Optional;

/** Says why a call is denied, and what would help. */
final class Denials {

  private final RetryMoment retryMoment;
  private final Ways ways;

  Denials(Looking looking) {
    this.retryMoment = new RetryMoment(looking);
    this.ways = new Ways(looking);
  }

  /**
   * The denial of a question that does not fit.
   *
   * @param judgement with at least one shortage; the first, in the order of the policy, is named
   */
  Denied of(Question question, Judgement judgement) {
    List<Demand> judged = question.demands().judged();
    Shortage first = judgement.shortages().get(0);
    Demand demand = judged.get(first.draw());
    Standing standing = judgement.standings().get(first.draw());
    Retry retry = question.past() ? new Retry.Unknown() : retryMoment.of(question);
    List<String> also =
        judgement.shortages().stream()
            .skip(1)
            .map(shortage -> judged.get(shortage.draw()).quota().name())
            .toList();
    Beyond.Denial says = demand.denial();
    Denied denied =
        new Denied(
            demand.quota().name(),
            also,
            says.code(),
            says.message(),
            demand.units(demand.counter().ceiling()),
            demand.units(standing.used()),
            demand.units(first.missing()),
            retry,
            because(demand),
            question.past() ? List.of() : ways.of(question, demand, retry, first.missing()),
            says.status(),
            says.headers(),
            Optional.empty());
    return says.body().map(body -> withBody(denied, body, demand)).orElse(denied);
  }

  private static List<Because> because(Demand demand) {
    return demand.terms().receipt().lines().stream().map(line -> because(line)).toList();
  }

  private static Because because(ReceiptLine line) {
    return new Because(line.text(), line.place());
  }

  private static Denied withBody(Denied denied, Json body, Demand demand) {
    Json filled = DenialBody.fill(body, denied, demand.units(demand.cost()));
    return new Denied(
        denied.quota(),
        denied.also(),
        denied.code(),
        denied.message(),
        denied.limit(),
        denied.used(),
        denied.shortBy(),
        denied.retry(),
        denied.because(),
        denied.ways(),
        denied.status(),
        denied.headers(),
        Optional.of(filled));
  }
}
