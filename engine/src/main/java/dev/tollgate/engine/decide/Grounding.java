package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.Resolved;
import java.util.ArrayList;
import java.util.List;

/** Finds what a question that can be answered rests on, quota by quota. */
final class Grounding {

  private final Question question;

  private Grounding(Question question) {
    this.question = question;
  }

  /** One for each quota whose terms are known. */
  static List<Grounds> of(Question question) {
    Grounding grounding = new Grounding(question);
    List<Grounds> grounds = new ArrayList<>();
    question
        .terms()
        .ifPresent(
            terms -> {
              for (Resolved resolved : terms.quotas()) {
                if (resolved instanceof Entitlement entitlement) {
                  grounds.add(grounding.in(entitlement, terms));
                }
              }
            });
    return grounds;
  }

  private Grounds in(Entitlement terms, TermsAt at) {
    List<Grounds.Line> lines = new ArrayList<>();
    Inquiry inquiry = question.inquiry();
    for (Inquiry.Times times : inquiry.calls()) {
      add(terms, inquiry.readings(at.readings(), times.call()), lines);
    }
    return new Grounds(terms, at.profile(), lines);
  }

  private static void add(Entitlement terms, CallReadings readings, List<Grounds.Line> lines) {
    ReadCall call = readings.call();
    Quota quota = terms.quota();
    boolean counted =
        quota.counts().contains(call.name(), call.declared().isPresent())
            && quota.countsWhen().judge(readings) == Truth.TRUE;
    if (!counted) {
      return;
    }
    for (CallCost line : terms.costs()) {
      boolean about = line.calls().contains(call.name(), call.declared().isPresent());
      if (about && line.when().judge(readings) == Truth.TRUE) {
        lines.add(new Grounds.Line(call.name(), call.params(), line));
        break;
      }
    }
    call.parts().forEach(part -> add(terms, readings.of(part), lines));
  }
}
