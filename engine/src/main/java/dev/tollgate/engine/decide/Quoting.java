package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what calls and purchases would cost. */
final class Quoting {

  private final PolicyInForce policy;
  private final Intake intake;
  private final Answering answering;
  private final OpenQuotes quotes;
  private final DecisionIds ids;

  Quoting(
      PolicyInForce policy,
      Intake intake,
      Answering answering,
      OpenQuotes quotes,
      DecisionIds ids) {
    this.policy = policy;
    this.intake = intake;
    this.answering = answering;
    this.quotes = quotes;
    this.ids = ids;
  }

  /** A quote request that was read: the calls under the terms after the purchase. */
  record Asked(Question question, List<Purchase.Line> purchase) {}

  /** Reads a request, collecting everything that is wrong with it. */
  Asked read(QuoteRequest request, Instant now) {
    PolicyInForce.Snapshot snapshot = policy.current();
    Product product = snapshot.product(request.product());
    Instant at = Intake.whole(request.at().orElse(now));
    Problems problems = new Problems();
    Subject subject = intake.subject(snapshot, product, request.account(), at, problems);
    Map<AddOn, Long> amounts = amounts(product, request.buy(), problems);
    List<Purchase.Line> purchase = List.of();
    if (!amounts.isEmpty() && problems.none()) {
      Profile profile = subject.profile(at).orElseThrow();
      Buying buying = new Buying(subject, profile, at, problems);
      purchase = buying.of(amounts);
      subject = buying.after(amounts);
    }
    return new Asked(intake.quote(request, subject, now, problems), purchase);
  }

  private static Map<AddOn, Long> amounts(
      Product product, Map<String, BigDecimal> buy, Problems problems) {
    ValueReader reader = new ValueReader(problems);
    Map<AddOn, Long> amounts = new LinkedHashMap<>();
    buy.forEach(
        (name, amount) -> {
          String pointer = Problems.pointer("/buy", name);
          Optional<AddOn> addOn = product.addOn(name);
          if (addOn.isEmpty()) {
            List<String> known = product.addOns().stream().map(AddOn::name).toList();
            problems.unknown(pointer, "add-on", name, product.name(), known);
          } else {
            reader
                .amount(amount, addOn.get().unit(), pointer, name)
                .ifPresent(steps -> amounts.put(addOn.get(), steps));
          }
        });
    return amounts;
  }

  /** Answers a request that was read and has no problems. */
  Quote quote(QuoteRequest request, Asked asked, Instant now) {
    Question question = asked.question();
    Judgement judgement = answering.judge(question);
    Optional<Charge> charge =
        question.past()
            ? Optional.empty()
            : Charges.expected(question.demands().judged(), judgement.standings());
    Optional<OpenQuotes.Promise> promise =
        judgement.fits() && isForOneCallNow(request)
            ? Optional.of(promise(question, charge, now))
            : Optional.empty();
    return new Quote(
        question.at(),
        lines(question),
        question.demands().cost(),
        judgement.fits(),
        judgement.fits() ? Optional.empty() : Optional.of(answering.denial(question, judgement)),
        answering.states(question, judgement),
        charge,
        asked.purchase().isEmpty()
            ? Optional.empty()
            : Optional.of(PurchasePrice.sum(asked.purchase())),
        Batching.ways(question),
        promise.map(OpenQuotes.Promise::id),
        promise.map(OpenQuotes.Promise::until),
        question.demands().assumed(),
        question.subject().snapshot().policy().hash());
  }

  private OpenQuotes.Promise promise(Question question, Optional<Charge> charge, Instant now) {
    OpenQuotes.Promise promise =
        new OpenQuotes.Promise(
            ids.next(now),
            QuotedCall.of(question.inquiry()),
            question.demands().cost(),
            charge,
            now.plus(OpenQuotes.GOOD_FOR));
    quotes.add(promise, now);
    return promise;
  }

  private static boolean isForOneCallNow(QuoteRequest request) {
    return request.account() instanceof Asker.Stored
        && request.at().isEmpty()
        && request.buy().isEmpty()
        && request.lines().size() == 1
        && request.lines().get(0).times() == 1;
  }

  private static List<Quote.Line> lines(Question question) {
    List<Quote.Line> lines = new ArrayList<>();
    for (Inquiry.Times times : question.inquiry().calls()) {
      Demands one = question.demandsOf(List.of(new Inquiry.Times(times.call(), 1))).orElseThrow();
      Map<String, BigDecimal> all = new LinkedHashMap<>();
      one.cost()
          .forEach(
              (quota, each) -> all.put(quota, each.multiply(BigDecimal.valueOf(times.times()))));
      lines.add(new Quote.Line(times.call().name(), times.times(), one.cost(), all, one.lines()));
    }
    return lines;
  }
}
