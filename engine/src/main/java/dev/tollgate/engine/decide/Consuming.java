package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Granted;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.Outcome;
import dev.tollgate.engine.ledger.RequestId;
import dev.tollgate.engine.ledger.Take;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Consumes what a question costs, through the ledger, from all quotas or from none. */
final class Consuming {

  private final Ledger<Remembered, Settlement> ledger;
  private final Answering answering;
  private final DecisionIds ids;

  Consuming(Ledger<Remembered, Settlement> ledger, Answering answering, DecisionIds ids) {
    this.ledger = ledger;
    this.answering = answering;
    this.ids = ids;
  }

  /**
   * What is consumed besides the question itself.
   *
   * @param call as it was asked, to price it again when it ends
   * @param quote the quote that it makes use of
   * @param expires when a hold ends by itself
   */
  record Order(
      AskedCall call,
      Map<String, String> keys,
      Optional<String> channel,
      Optional<RequestId> request,
      Optional<String> quote,
      Optional<Instant> expires) {}

  /**
   * Decides a question.
   *
   * @param condition told the answer before it is given, while the account is locked; it throws
   *     when the answer must not be given, and then nothing is consumed
   * @throws Conflict if the request id cannot be used
   */
  Decision consume(Question question, Order order, BiConsumer<Question, Decision> condition) {
    String id = ids.next(question.at());
    String account = question.subject().account().orElseThrow();
    Take take =
        new Take(
            question.subject().product().name(),
            account,
            id,
            question.at(),
            order.request(),
            question.demands().draws(),
            order.expires());
    Outcome<Remembered> outcome =
        ledger.take(take, granted -> remember(question, order, id, granted, condition));
    return outcome.accept(new Answer(question, id));
  }

  /**
   * The answer to a request that was allowed before, whatever has become of the rules it was read
   * by; empty when there is none.
   *
   * @throws Conflict if the request id cannot be used
   */
  Optional<Decision> again(Question question, Order order) {
    return outcome(question, order).map(outcome -> outcome.accept(new Answer(question, "")));
  }

  /** Whether the ledger knows what to answer without deciding. */
  boolean answers(Question question, Order order) {
    return outcome(question, order).isPresent();
  }

  private Optional<Outcome<Remembered>> outcome(Question question, Order order) {
    String product = question.subject().product().name();
    return question
        .subject()
        .account()
        .flatMap(
            account ->
                order
                    .request()
                    .flatMap(request -> ledger.answered(product, account, request, question.at())));
  }

  private Remembered remember(
      Question question,
      Order order,
      String id,
      Granted granted,
      BiConsumer<Question, Decision> condition) {
    Decision decision = answering.allowed(question, id, order.expires().isPresent(), granted);
    condition.accept(question, decision);
    return new Remembered(
        question.subject().product().name(),
        question.subject().account().orElseThrow(),
        order.call(),
        order.keys(),
        order.channel(),
        order.quote(),
        decision);
  }

  /** What the ledger's outcome is to the caller. */
  private final class Answer implements Outcome.Visitor<Remembered, Decision> {

    private final Question question;
    private final String id;

    private Answer(Question question, String id) {
      this.question = question;
      this.id = id;
    }

    @Override
    public Decision visitAllowed(Outcome.Allowed<Remembered> allowed) {
      return allowed.answer().decision();
    }

    @Override
    public Decision visitReplayed(Outcome.Replayed<Remembered> replayed) {
      return replayed.answer().decision().asReplayed();
    }

    @Override
    public Decision visitDenied(Outcome.Denied<Remembered> denied) {
      return answering.denied(question, id, new Judgement(denied.standings(), denied.shortages()));
    }

    @Override
    public Decision visitConflict(Outcome.Conflict<Remembered> conflict) {
      throw switch (conflict.reason()) {
        case REQUEST_ID_REUSED ->
            new Conflict(
                Conflict.Code.REQUEST_ID_REUSED,
                "this request id was used with another request within 24 hours: give each its own");
        case DECISION_CANCELLED ->
            new Conflict(
                Conflict.Code.DECISION_CANCELLED,
                "the decision that this request led to was cancelled: call again with a new request id");
      };
    }
  }
}
