package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.CostLine;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.Denied;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.engine.decide.Purchase;
import dev.tollgate.engine.decide.QuotaState;
import dev.tollgate.engine.decide.Retry;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a step of a test came to.
 *
 * @param verdict what became of it
 * @param denied the first denial there was
 * @param problems why it was refused
 * @param cost of all its calls together, by quota; a quota that counted none of them is absent
 * @param quotas how the quotas that counted it stand after it
 * @param warned thresholds in percent that it crossed
 * @param charges what it was billed, one for each of its calls that was billed
 * @param purchase what was bought
 * @param lines the lines of the policy that it rests on
 * @param request the call that was made
 * @param diagnostics what there is to say of a text that somebody might write
 */
record Finding(
    Verdict verdict,
    Optional<Denied> denied,
    List<Problem> problems,
    Map<String, BigDecimal> cost,
    List<QuotaState> quotas,
    SortedSet<BigDecimal> warned,
    List<Charge> charges,
    Optional<Purchase> purchase,
    List<Because> lines,
    Optional<CallRequest> request,
    List<Diagnostic> diagnostics) {

  /**
   * Between what a cost line says and what it came to: {@code 1 per 10 records: 25 records → 3}.
   */
  private static final String DETAIL = ": ";

  /** What became of a step. */
  enum Verdict {
    ALLOWED,
    DENIED,
    /** Some of several calls were allowed and some denied. */
    MIXED,
    /** It was wrong: nobody decided it. */
    REFUSED,
    /** There was no call to allow or to deny. */
    NO_CALL
  }

  Finding {
    problems = List.copyOf(problems);
    cost = Map.copyOf(cost);
    quotas = List.copyOf(quotas);
    charges = List.copyOf(charges);
    lines = List.copyOf(lines);
    diagnostics = List.copyOf(diagnostics);
  }

  /** A text was read. */
  static Finding ofText(List<Diagnostic> diagnostics) {
    return new Finding(
        Verdict.NO_CALL,
        Optional.empty(),
        List.of(),
        Map.of(),
        List.of(),
        new TreeSet<>(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        diagnostics);
  }

  /** Nothing was asked: a profile changed, or the account alone is looked at. */
  static Finding noCall(List<Charge> charges) {
    return new Finding(
        Verdict.NO_CALL,
        Optional.empty(),
        List.of(),
        Map.of(),
        List.of(),
        new TreeSet<>(),
        charges,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  static Finding refused(List<Problem> problems) {
    return new Finding(
        Verdict.REFUSED,
        Optional.empty(),
        problems,
        Map.of(),
        List.of(),
        new TreeSet<>(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  static Finding bought(Purchase purchase) {
    List<Because> lines = new ArrayList<>();
    for (Purchase.Line line : purchase.lines()) {
      line.slabs().forEach(slab -> lines.add(new Because(slab.text(), Optional.of(slab.at()))));
    }
    return new Finding(
        Verdict.NO_CALL,
        Optional.empty(),
        List.of(),
        Map.of(),
        List.of(),
        new TreeSet<>(),
        List.of(),
        Optional.of(purchase),
        lines,
        Optional.empty(),
        List.of());
  }

  /**
   * @param request the call
   * @param decisions of the same call once or several times, in order; at least one
   */
  static Finding decided(CallRequest request, List<Decision> decisions) {
    Decision last = decisions.get(decisions.size() - 1);
    Map<String, BigDecimal> cost = new LinkedHashMap<>();
    SortedSet<BigDecimal> warned = new TreeSet<>();
    List<Charge> charges = new ArrayList<>();
    for (Decision decision : decisions) {
      decision.cost().forEach((quota, units) -> cost.merge(quota, units, BigDecimal::add));
      decision.quotas().forEach(state -> warned.addAll(state.warned()));
      decision.charge().ifPresent(charges::add);
    }
    long allowed = decisions.stream().filter(Decision::allowed).count();
    Verdict verdict =
        allowed == decisions.size()
            ? Verdict.ALLOWED
            : allowed == 0 ? Verdict.DENIED : Verdict.MIXED;
    return new Finding(
        verdict,
        decisions.stream().flatMap(decision -> decision.denied().stream()).findFirst(),
        List.of(),
        cost,
        last.quotas(),
        warned,
        charges,
        Optional.empty(),
        last.costs().stream().filter(line -> !line.text().isEmpty()).map(Finding::line).toList(),
        Optional.of(request),
        List.of());
  }

  /**
   * A call has ended or did not happen; one that found no room for what it cost in the end is
   * denied.
   */
  static Finding settled(Settlement settlement) {
    SortedSet<BigDecimal> warned = new TreeSet<>();
    settlement.quotas().forEach(state -> warned.addAll(state.warned()));
    return new Finding(
        settlement.settled() ? Verdict.ALLOWED : Verdict.DENIED,
        Optional.empty(),
        List.of(),
        settlement.cost(),
        settlement.quotas(),
        warned,
        settlement.charge().stream().toList(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /**
   * The line as its author wrote it, and how it came to the cost where that takes more than
   * reading. What the arithmetic repeats of the line is left out.
   */
  private static Because line(CostLine cost) {
    String arithmetic = cost.arithmetic();
    if (!arithmetic.contains("→")) {
      return new Because(cost.text(), cost.at());
    }
    int detail = arithmetic.indexOf(DETAIL);
    boolean repeats = detail >= 0 && cost.text().endsWith(arithmetic.substring(0, detail));
    String rest = repeats ? arithmetic.substring(detail) : DETAIL + arithmetic;
    return new Because(cost.text() + rest, cost.at());
  }

  /** What became of the step: {@code denied by credits TOO_MANY_REQUESTS until …}. */
  String verdictText() {
    return switch (verdict) {
      case ALLOWED -> "allowed";
      case DENIED -> denied().map(Finding::text).orElse("denied");
      case MIXED -> "allowed at first, then " + denied().map(Finding::text).orElse("denied");
      case REFUSED ->
          problems().stream()
              .map(problem -> problem.message())
              .collect(Collectors.joining("; ", "refused: ", ""));
      case NO_CALL -> "no call";
    };
  }

  private static String text(Denied denied) {
    String until = "";
    if (denied.retry() instanceof Retry.At known) {
      until = " until " + Wording.moment(known.at());
    } else if (denied.retry() instanceof Retry.Never) {
      until = " until forever";
    }
    return "denied by " + denied.quota() + " " + denied.code() + until;
  }
}
