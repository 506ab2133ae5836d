package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.engine.terms.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads requests in the terms of the policy in force, collecting everything that is wrong with
 * them.
 */
final class Intake {

  private static final int LONGEST_TEXT = 200;

  private final PolicyInForce policy;
  private final Accounts accounts;

  Intake(PolicyInForce policy, Accounts accounts) {
    this.policy = policy;
    this.accounts = accounts;
  }

  /** Moments are whole milliseconds: what is finer is cut off. */
  static Instant whole(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A request that consumes nothing: it may state a profile and name another moment. */
  Question check(CallRequest request, Instant now) {
    return read(request, Map.of(), now, new Problems());
  }

  /**
   * A request that consumes.
   *
   * @param estimate units to be consumed, whatever the call costs in these quotas
   */
  Question consume(CallRequest request, Map<String, BigDecimal> estimate, Instant now) {
    Problems problems = new Problems();
    if (request.account() instanceof Asker.Inline) {
      problems.add("/account", "inline-account", "only a stored account consumes");
    }
    if (request.at().isPresent()) {
      problems.add("/at", "not-now", "a call is consumed when it is asked for");
    }
    if (request.requestId().filter(id -> id.isBlank() || id.length() > LONGEST_TEXT).isPresent()) {
      problems.add(
          "/requestId",
          "request-id-length",
          "a request id has 1 to " + LONGEST_TEXT + " characters");
    }
    return read(request, estimate, now, problems);
  }

  private Question read(
      CallRequest request, Map<String, BigDecimal> estimate, Instant now, Problems problems) {
    PolicyInForce.Snapshot snapshot = policy.current();
    Product product = snapshot.product(request.product());
    Instant at = request.at().isPresent() ? whole(request.at().get()) : now;
    Subject subject = subject(snapshot, product, request.account(), at, problems);
    return read(subject, request, estimate, at, now, problems);
  }

  /** The same about a subject that is known. */
  static Question read(
      Subject subject,
      CallRequest request,
      Map<String, BigDecimal> estimate,
      Instant at,
      Instant now,
      Problems problems) {
    Product product = subject.product();
    boolean constant = estimate.isEmpty() && Priced.isConstant(request.call());
    if (constant && subject.account().isPresent()) {
      Optional<TermsAt> terms = terms(subject, at, now);
      Optional<Priced> known = terms.isPresent() ? terms.get().priced(request) : Optional.empty();
      if (known.isPresent()) {
        Priced priced = known.get();
        return new Question(
            subject, priced.inquiry(), at, at.isBefore(now), terms, priced.demands(), problems);
      }
    }
    CallReader reader = new CallReader(product, problems);
    Optional<ReadCall> call = reader.read(request.call(), "");
    reader.readKeys(request.keys(), request.channel());
    Inquiry inquiry =
        new Inquiry(
            product,
            subject.account(),
            call.isPresent() ? List.of(new Inquiry.Times(call.get(), 1)) : List.of(),
            units(product, estimate, "/estimate", problems),
            request.keys(),
            request.channel(),
            request.inFlight(),
            false);
    Question question = ask(subject, inquiry, at, now, problems);
    if (constant && problems.none() && question.terms().isPresent()) {
      question.terms().get().remember(new Priced(inquiry, question.demands()));
    }
    return question;
  }

  /** Units outright, without a call. */
  Question units(UnitsRequest request, Instant now) {
    Problems problems = new Problems();
    PolicyInForce.Snapshot snapshot = policy.current();
    Product product = snapshot.product(request.product());
    Subject subject = subject(snapshot, product, Asker.stored(request.account()), now, problems);
    if (request.units().isEmpty()) {
      problems.add("/units", "missing-units", "there is nothing to consume");
    }
    new CallReader(product, problems).readKeys(request.keys(), Optional.empty());
    Inquiry inquiry =
        new Inquiry(
            product,
            subject.account(),
            List.of(),
            units(product, request.units(), "/units", problems),
            request.keys(),
            Optional.empty(),
            true,
            false);
    return ask(subject, inquiry, now, now, problems);
  }

  /** What is to be given back or consumed of one quota, without regard to its sign. */
  Question adjustment(AdjustmentRequest request, Instant now) {
    Problems problems = new Problems();
    PolicyInForce.Snapshot snapshot = policy.current();
    Product product = snapshot.product(request.product());
    Subject subject = subject(snapshot, product, Asker.stored(request.account()), now, problems);
    checkLength("/requestId", "a request id", request.requestId().orElse("-"), problems);
    checkLength("/reason", "a reason", request.reason(), problems);
    if (request.amount().signum() == 0) {
      problems.add("/amount", "nothing", "an adjustment by 0 adjusts nothing");
    }
    Optional<Quota> quota = product.quota(request.quota());
    if (quota.isEmpty()) {
      List<String> known = product.quotas().stream().map(Quota::name).toList();
      problems.unknown("/quota", "quota", request.quota(), product.name(), known);
    } else if (quota.get().window() instanceof Window.InFlight) {
      problems.add("/quota", "in-flight", "calls in flight are ended, not adjusted");
    }
    Map<String, Long> units = new LinkedHashMap<>();
    quota.ifPresent(
        known ->
            new ValueReader(problems)
                .amount(request.amount().abs(), known.unit(), "/amount", "amount")
                .ifPresent(steps -> units.put(known.name(), steps)));
    new CallReader(product, problems).readKeys(request.keys(), Optional.empty());
    Inquiry inquiry =
        new Inquiry(
            product,
            subject.account(),
            List.of(),
            units,
            request.keys(),
            Optional.empty(),
            true,
            false);
    Question question = ask(subject, inquiry, now, now, problems);
    if (problems.none() && question.demands().judged().isEmpty()) {
      problems.add("/quota", "not-in-force", "`" + request.quota() + "` is not in force now");
    }
    return question;
  }

  private static void checkLength(String pointer, String what, String text, Problems problems) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      problems.add(pointer, "text-length", what + " has 1 to " + LONGEST_TEXT + " characters");
    }
  }

  /** Nothing but terms. */
  Question explain(ExplainRequest request, Instant now) {
    Problems problems = new Problems();
    PolicyInForce.Snapshot snapshot = policy.current();
    Product product = snapshot.product(request.product());
    Instant at = whole(request.at().orElse(now));
    Subject subject = subject(snapshot, product, request.account(), at, problems);
    if (request.quota().filter(name -> product.quota(name).isEmpty()).isPresent()) {
      List<String> known = product.quotas().stream().map(Quota::name).toList();
      problems.unknown("/quota", "quota", request.quota().get(), product.name(), known);
    }
    Inquiry nothing =
        new Inquiry(
            product,
            subject.account(),
            List.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            true,
            false);
    return ask(subject, nothing, at, now, problems);
  }

  /** Several calls at once, under the terms of a subject. */
  Question quote(QuoteRequest request, Subject subject, Instant now, Problems problems) {
    Product product = subject.product();
    CallReader reader = new CallReader(product, problems);
    List<Inquiry.Times> calls = new ArrayList<>();
    for (int i = 0; i < request.lines().size(); i++) {
      QuoteRequest.Line line = request.lines().get(i);
      if (line.times() < 1) {
        problems.add("/calls/" + i + "/times", "below-minimum", "`times` is at least 1");
      }
      reader
          .read(line.call(), "/calls/" + i)
          .ifPresent(call -> calls.add(new Inquiry.Times(call, Math.max(1, line.times()))));
    }
    if (request.lines().isEmpty() && request.buy().isEmpty()) {
      problems.add("/calls", "missing-calls", "a quote is for calls, for add-ons, or both");
    }
    reader.readKeys(request.keys(), request.channel());
    Inquiry inquiry =
        new Inquiry(
            product,
            subject.account(),
            calls,
            Map.of(),
            request.keys(),
            request.channel(),
            request.inFlight(),
            false);
    return ask(subject, inquiry, whole(request.at().orElse(now)), now, problems);
  }

  /**
   * Whoever asks.
   *
   * @throws NotFound if there is no such account, or none yet at that moment
   */
  Subject subject(
      PolicyInForce.Snapshot snapshot,
      Product product,
      Asker asker,
      Instant at,
      Problems problems) {
    if (asker instanceof Asker.Stored stored) {
      Optional<Account> account = accounts.find(product.name(), stored.account());
      if (account.isEmpty() || account.get().profileAt(at).isEmpty()) {
        throw NotFound.account(stored.account(), at, account);
      }
      return snapshot.subject(product, account.get());
    }
    StatedProfile stated = ((Asker.Inline) asker).profile();
    boolean readable = problems.none();
    Profile profile =
        new ProfileReader(product, problems).read(Optional.empty(), stated, "/account");
    if (readable && problems.none()) {
      checkHoldings(snapshot, product, profile, at, problems);
    }
    return Subject.inline(snapshot, product, profile);
  }

  private static void checkHoldings(
      PolicyInForce.Snapshot snapshot,
      Product product,
      Profile profile,
      Instant at,
      Problems problems) {
    Ceilings ceilings = new Ceilings(snapshot, product, profile, at);
    Findings findings = new Findings(product, true, problems);
    profile
        .addOns()
        .forEach(
            (name, holding) -> {
              AddOn addOn = product.addOn(name).orElseThrow();
              String pointer = Problems.pointer("/account/addons", name);
              ceilings.check(addOn, holding.amount(), pointer, findings);
            });
  }

  /** Units by quota, in steps. */
  static Map<String, Long> units(
      Product product, Map<String, BigDecimal> stated, String pointer, Problems problems) {
    ValueReader reader = new ValueReader(problems);
    Map<String, Long> units = new LinkedHashMap<>();
    stated.forEach(
        (name, amount) -> {
          String at = Problems.pointer(pointer, name);
          Optional<Quota> quota = product.quota(name);
          if (quota.isEmpty()) {
            List<String> known = product.quotas().stream().map(Quota::name).toList();
            problems.unknown(at, "quota", name, product.name(), known);
          } else {
            reader
                .amount(amount, quota.get().unit(), at, name)
                .ifPresent(steps -> units.put(name, steps));
          }
        });
    return units;
  }

  private static Optional<TermsAt> terms(Subject subject, Instant at, Instant now) {
    return at.equals(now) ? subject.termsNow(at) : subject.termsAt(at);
  }

  /** Prices what was read as far as it is readable. */
  static Question ask(
      Subject subject, Inquiry inquiry, Instant at, Instant now, Problems problems) {
    boolean past = at.isBefore(now);
    if (subject.account().isEmpty() && !problems.none()) {
      return new Question(subject, inquiry, at, past, Optional.empty(), Demands.NOTHING, problems);
    }
    Findings findings = new Findings(subject.product(), subject.account().isEmpty(), problems);
    Optional<TermsAt> terms = terms(subject, at, now);
    Demands demands =
        terms.isPresent() ? Assessor.assess(inquiry, terms.get(), at, findings) : Demands.NOTHING;
    return new Question(subject, inquiry, at, past, terms, demands, problems);
  }
}
