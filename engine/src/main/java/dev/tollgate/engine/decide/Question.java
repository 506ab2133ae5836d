package dev.tollgate.engine.decide;

import java.time.Instant;

/**
 * A request that was read and priced.
 *
 * @param at the moment to judge
 * @param past whether that moment is over, so that only terms can be answered
 * @param demands what it asks of each quota; incomplete when there are problems
 */
record Question(
    Subject subject,
    Inquiry inquiry,
    Instant at,
    boolean past,
    Demands demands,
    Problems problems) {

  boolean inline() {
    return subject.account().isEmpty();
  }

  /**
   * The same question at a moment under the terms of a subject, which may be a changed one. Empty
   * when those terms cannot be told.
   */
  java.util.Optional<Demands> demandsOf(Subject changed, Instant moment) {
    Problems ignored = new Problems();
    Findings findings = new Findings(subject.product(), inline(), ignored);
    return changed
        .termsAt(moment)
        .map(terms -> Assessor.assess(inquiry, terms, moment, findings))
        .filter(assessed -> ignored.none());
  }
}
