package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.RequestId;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Answers every question about calls. One of these serves a whole process; it is safe for use by
 * many threads.
 *
 * <p>A request that is wrong throws {@link InvalidRequest} with everything that is wrong with it,
 * one about an unknown product, account or decision {@link NotFound}; then nothing has been
 * counted.
 */
public final class Decider {

  private static final BiConsumer<Question, Decision> UNCONDITIONALLY = (question, decision) -> {};

  private final InstantSource clock;
  private final Intake intake;
  private final Answering answering;
  private final Consuming consuming;
  private final OpenQuotes quotes;
  private final Quoting quoting;
  private final Ending ending;

  /** One whose quotes are forgotten when the process ends. */
  public Decider(
      PolicyInForce policy,
      Accounts accounts,
      Ledger<Remembered, Settlement> ledger,
      InstantSource clock) {
    this(policy, accounts, ledger, new InMemoryOpenQuotes(), clock);
  }

  public Decider(
      PolicyInForce policy,
      Accounts accounts,
      Ledger<Remembered, Settlement> ledger,
      OpenQuotes quotes,
      InstantSource clock) {
    this.clock = clock;
    this.quotes = quotes;
    this.intake = new Intake(policy, accounts);
    this.answering = new Answering(new Looking(ledger));
    DecisionIds ids = new DecisionIds(new SecureRandom());
    this.consuming = new Consuming(ledger, answering, ids);
    this.quoting = new Quoting(policy, intake, answering, quotes, ids);
    this.ending = new Ending(ledger, new EndedCalls(policy, accounts));
  }

  /**
   * Everything that is wrong with a request for {@link #check}; empty when it can be answered. For
   * whoever validates many requests before the first is decided.
   */
  public List<Problem> problemsOfCheck(CallRequest request) {
    return intake.check(request, now()).problems().all();
  }

  /** The same for {@link #consume}, which takes neither an inline account nor {@code at}. */
  public List<Problem> problemsOfConsume(CallRequest request) {
    return problems(intake.consume(request, Map.of(), now()), order(request, Optional.empty()));
  }

  /** The same for {@link #reserve}. */
  public List<Problem> problemsOfReserve(
      CallRequest request, Map<String, BigDecimal> estimate, long expiresInSeconds) {
    Question question = held(request, estimate, expiresInSeconds, now());
    return problems(question, order(request, Optional.empty()));
  }

  /** A retry of what was allowed is answered again, even when rules of now would refuse it. */
  private List<Problem> problems(Question question, Consuming.Order order) {
    boolean refused = !question.problems().none() && !consuming.answers(question, order);
    return refused ? question.problems().all() : List.of();
  }

  private Optional<Decision> again(Question question, Consuming.Order order) {
    return question.problems().none() ? Optional.empty() : consuming.again(question, order);
  }

  public List<Problem> problemsOfQuote(QuoteRequest request) {
    return quoting.read(request, now()).question().problems().all();
  }

  public List<Problem> problemsOfExplain(ExplainRequest request) {
    return intake.explain(request, now()).problems().all();
  }

  /** Whether a call would be allowed. Consumes nothing. */
  public Decision check(CallRequest request) {
    Question question = intake.check(request, now());
    question.problems().throwIfAny();
    return answering.checked(question, answering.judge(question));
  }

  /**
   * Decides a call; when it is allowed, its cost is consumed from all quotas together.
   *
   * @throws Conflict if the request id or the quote id cannot be used for it
   */
  public Decision consume(CallRequest request) {
    Instant now = now();
    Question question = intake.consume(request, Map.of(), now);
    Consuming.Order order = order(request, Optional.empty());
    Optional<Decision> again = again(question, order);
    if (again.isPresent()) {
      return again.get();
    }
    question.problems().throwIfAny();
    if (request.quoteId().isEmpty()) {
      return consuming.consume(question, order, UNCONDITIONALLY);
    }
    QuoteUse use = new QuoteUse(quotes, request.quoteId().get(), now);
    try {
      use.refuseOtherUnits(question);
      return consuming.consume(question, order, use);
    } catch (QuoteUse.Changed changed) {
      throw new Conflict(
          Conflict.Code.QUOTE_CHANGED, changed.getMessage(), Optional.of(quote(asQuote(request))));
    }
  }

  /**
   * Holds room for a call whose cost is known later; {@link #commit} settles it.
   *
   * @param estimate units to hold, in each quota's unit, by quota; where a quota is absent, what
   *     the call costs there
   * @param expiresInSeconds after which the hold ends by itself: 1 to 3,600, and no longer than the
   *     shortest window of the quotas concerned
   * @throws Conflict if the request id cannot be used for it
   */
  public Decision reserve(
      CallRequest request, Map<String, BigDecimal> estimate, long expiresInSeconds) {
    Instant now = now();
    Question question = held(request, estimate, expiresInSeconds, now);
    Consuming.Order order = order(request, Optional.of(now.plusSeconds(expiresInSeconds)));
    Optional<Decision> again = again(question, order);
    if (again.isPresent()) {
      return again.get();
    }
    question.problems().throwIfAny();
    return consuming.consume(question, order, UNCONDITIONALLY);
  }

  private Question held(
      CallRequest request, Map<String, BigDecimal> estimate, long expiresInSeconds, Instant now) {
    Question question = intake.consume(request, estimate, now);
    long longest = Holds.longestSeconds(question.demands());
    if (expiresInSeconds < 1 || expiresInSeconds > longest) {
      question
          .problems()
          .add("/expiresInSeconds", "out-of-range", "`expiresInSeconds` is 1 to " + longest);
    }
    return question;
  }

  /**
   * Consumes units outright, without a call.
   *
   * @throws Conflict if the request id cannot be used for it
   */
  public Decision consumeUnits(UnitsRequest request) {
    Question question = intake.units(request, now());
    question.problems().throwIfAny();
    Consuming.Order order =
        new Consuming.Order(
            AskedCall.of(""),
            request.keys(),
            Optional.empty(),
            request.requestId().map(id -> new RequestId(id, request.fingerprint())),
            Optional.empty(),
            Optional.empty());
    return consuming.consume(question, order, UNCONDITIONALLY);
  }

  /** What calls and purchases would cost. Consumes nothing. */
  public Quote quote(QuoteRequest request) {
    Instant now = now();
    Quoting.Asked asked = quoting.read(request, now);
    asked.question().problems().throwIfAny();
    return quoting.quote(request, asked, now);
  }

  /** Where an account's terms come from. */
  public Explanation explain(ExplainRequest request) {
    Question question = intake.explain(request, now());
    question.problems().throwIfAny();
    return new Explaining(question.subject(), question.at()).explain(request.quota());
  }

  /** What an answer to {@link #check} rests on, quota by quota; services have no use for it. */
  public List<Grounds> groundsOf(CallRequest request) {
    Question question = intake.check(request, now());
    question.problems().throwIfAny();
    return Grounding.of(question);
  }

  /** What an answer to {@link #explain} rests on. */
  public List<Grounds> groundsOf(ExplainRequest request) {
    Question question = intake.explain(request, now());
    question.problems().throwIfAny();
    return Grounding.of(question);
  }

  /**
   * Dates of the clauses behind an answer to {@link #check}, and clauses that one thing alone keeps
   * from it; services have no use for them either.
   */
  public List<Because> applying(CallRequest request) {
    Question question = intake.check(request, now());
    question.problems().throwIfAny();
    return Applying.of(question);
  }

  /** The same of {@link #explain}. */
  public List<Because> applying(ExplainRequest request) {
    Question question = intake.explain(request, now());
    question.problems().throwIfAny();
    return Applying.of(question);
  }

  /**
   * Ends a call at what it cost in the end, and its calls in flight.
   *
   * @throws Conflict if the decision was cancelled
   */
  public Settlement commit(String decisionId, Commit commit) {
    return ending.commit(decisionId, commit, now());
  }

  /**
   * The call did not happen: everything is given back.
   *
   * @throws Conflict if the decision was committed
   */
  public Settlement cancel(String decisionId) {
    return ending.cancel(decisionId, now());
  }

  private static Consuming.Order order(CallRequest request, Optional<Instant> expires) {
    return new Consuming.Order(
        request.call(),
        request.keys(),
        request.channel(),
        requestId(request),
        request.quoteId(),
        expires);
  }

  private static Optional<RequestId> requestId(CallRequest request) {
    return request.requestId().isEmpty()
        ? Optional.empty()
        : Optional.of(new RequestId(request.requestId().get(), request.fingerprint()));
  }

  private static QuoteRequest asQuote(CallRequest request) {
    return new QuoteRequest(
        request.product(),
        request.account(),
        List.of(new QuoteRequest.Line(request.call(), 1)),
        request.keys(),
        request.channel(),
        Map.of(),
        request.inFlight(),
        Optional.empty());
  }

  private Instant now() {
    return Intake.whole(clock.instant());
  }
}
