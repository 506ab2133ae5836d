package dev.tollgate.engine.decide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request that was read and priced.
 *
 * @param at the moment to judge
 * @param past whether that moment is over, so that only terms can be answered
 * @param terms of that moment; empty when there are problems
 * @param demands what it asks of each quota; incomplete when there are problems
 */
record Question(
    Subject subject,
    Inquiry inquiry,
    Instant at,
    boolean past,
    Optional<TermsAt> terms,
    Demands demands,
    Problems problems) {

  boolean inline() {
    return subject.account().isEmpty();
  }

  /** What other calls would ask of each quota under the terms of this question. */
  Optional<Demands> demandsOf(List<Inquiry.Times> calls) {
    Problems ignored = new Problems();
    return terms
        .map(known -> Assessor.assess(inquiry.withCalls(calls), known, at, findings(ignored)))
        .filter(assessed -> ignored.none());
  }

  /**
   * The same question at a moment under the terms of a subject, which may be a changed one. Empty
   * when those terms cannot be told.
   */
  Optional<Demands> demandsOf(Subject changed, Instant moment) {
    Problems ignored = new Problems();
    try {
      return changed
          .termsAt(moment)
          .map(known -> Assessor.assess(inquiry, known, moment, findings(ignored)))
          .filter(assessed -> ignored.none());
    } catch (InvalidRequest untold) {
      return Optional.empty();
    }
  }

  private Findings findings(Problems problemsOfIt) {
    return new Findings(subject.product(), inline(), problemsOfIt);
  }
}
