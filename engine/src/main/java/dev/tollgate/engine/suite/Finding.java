package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Assumed;
import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.Denied;
import dev.tollgate.engine.decide.Grounds;
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
 * @param assumed facts that nobody stated and that the answer to the call rests on
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
    List<Assumed> assumed,
    List<Diagnostic> diagnostics) {

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
    assumed = List.copyOf(assumed);
    diagnostics = List.copyOf(diagnostics);
  }

  /** What is said of a step bit by bit; of the rest there is nothing. */
  private static final class Draft {
    private final Verdict verdict;
    private Optional<Denied> denied = Optional.empty();
    private List<Problem> problems = List.of();
    private Map<String, BigDecimal> cost = Map.of();
    private List<QuotaState> quotas = List.of();
    private SortedSet<BigDecimal> warned = new TreeSet<>();
    private List<Charge> charges = List.of();
    private Optional<Purchase> purchase = Optional.empty();
    private List<Because> lines = List.of();
    private Optional<CallRequest> request = Optional.empty();
    private List<Assumed> assumed = List.of();
    private List<Diagnostic> diagnostics = List.of();

    Draft(Verdict verdict) {
      this.verdict = verdict;
    }

    Finding build() {
      return new Finding(
          verdict,
          denied,
          problems,
          cost,
          quotas,
          warned,
          charges,
          purchase,
          lines,
          request,
          assumed,
          diagnostics);
    }
  }

  /** A text was read. */
  static Finding ofText(List<Diagnostic> diagnostics) {
    Draft draft = new Draft(Verdict.NO_CALL);
    draft.diagnostics = diagnostics;
    return draft.build();
  }

  /**
   * Nothing was asked: a profile changed, or the account alone is looked at.
   *
   * @param lines what the steps before rest on
   */
  static Finding noCall(List<Charge> charges, List<Because> lines) {
    Draft draft = new Draft(Verdict.NO_CALL);
    draft.charges = charges;
    draft.lines = lines;
    return draft.build();
  }

  static Finding refused(List<Problem> problems) {
    Draft draft = new Draft(Verdict.REFUSED);
    draft.problems = problems;
    return draft.build();
  }

  static Finding bought(Purchase purchase) {
    Draft draft = new Draft(Verdict.NO_CALL);
    draft.purchase = Optional.of(purchase);
    draft.lines =
        purchase.lines().stream()
            .flatMap(line -> line.slabs().stream())
            .map(slab -> new Because(slab.text(), Optional.of(slab.at())))
            .toList();
    return draft.build();
  }

  /**
   * @param request the call
   * @param decisions of the same call once or several times, in order; at least one
   * @param grounds the cost lines that decided about it, quota by quota
   */
  static Finding decided(CallRequest request, List<Decision> decisions, List<Grounds> grounds) {
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
    boolean all = allowed == decisions.size();
    Draft draft = new Draft(all ? Verdict.ALLOWED : allowed == 0 ? Verdict.DENIED : Verdict.MIXED);
    draft.denied = decisions.stream().flatMap(one -> one.denied().stream()).findFirst();
    draft.cost = cost;
    draft.quotas = last.quotas();
    draft.warned = warned;
    draft.charges = charges;
    draft.lines = CostReasons.of(last.costs(), grounds);
    draft.request = Optional.of(request);
    draft.assumed = last.assumed();
    return draft.build();
  }

  /**
   * A call has ended or did not happen; one that found no room for what it cost in the end is
   * denied.
   */
  static Finding settled(Settlement settlement) {
    Draft draft = new Draft(settlement.settled() ? Verdict.ALLOWED : Verdict.DENIED);
    settlement.quotas().forEach(state -> draft.warned.addAll(state.warned()));
    draft.cost = settlement.cost();
    draft.quotas = settlement.quotas();
    draft.charges = settlement.charge().stream().toList();
    return draft.build();
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
