package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Granted;
import dev.tollgate.engine.ledger.Room;
import dev.tollgate.engine.ledger.Shortage;
import dev.tollgate.engine.ledger.Standing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what was judged into answers. */
final class Answering {

  private final Looking looking;
  private final Denials denials;

  Answering(Looking looking) {
    this.looking = looking;
    this.denials = new Denials(looking);
  }

  /** How everything stands now or later; of a moment that is over, what the terms alone say. */
  Judgement judge(Question question) {
    List<Demand> judged = question.demands().judged();
    return question.past()
        ? byTermsAlone(judged, LocalDate.ofInstant(question.at(), ZoneOffset.UTC))
        : looking.judge(judged, question.inline(), question.at());
  }

  private static Judgement byTermsAlone(List<Demand> judged, LocalDate day) {
    List<Standing> standings = new ArrayList<>();
    List<Shortage> shortages = new ArrayList<>();
    for (Demand demand : judged) {
      long missing = demand.cost() - demand.counter().ceiling();
      if (missing > 0) {
        shortages.add(new Shortage(standings.size(), missing, new Room.Never()));
      }
      standings.add(new Standing(0, 0, Optional.empty(), day, 0));
    }
    return new Judgement(standings, shortages);
  }

  /** A question that was only judged. */
  Decision checked(Question question, Judgement judgement) {
    return judgement.fits()
        ? answer(
            question,
            Optional.empty(),
            Optional.empty(),
            states(question, judgement),
            question.past()
                ? Optional.empty()
                : Charges.expected(question.demands().judged(), judgement.standings()))
        : denied(question, Optional.empty(), judgement);
  }

  Decision denied(Question question, Optional<String> decisionId, Judgement judgement) {
    return answer(
        question,
        decisionId,
        Optional.of(denial(question, judgement)),
        states(question, judgement),
        Optional.empty());
  }

  Denied denial(Question question, Judgement judgement) {
    return denials.of(question, judgement);
  }

  /** A question whose cost was consumed. */
  Decision allowed(Question question, String decisionId, Granted granted) {
    return answer(
        question,
        Optional.of(decisionId),
        Optional.empty(),
        QuotaStates.after(question.demands(), granted.tallies()),
        Charges.of(question.demands().judged(), granted.tallies()));
  }

  List<QuotaState> states(Question question, Judgement judgement) {
    return question.past()
        ? QuotaStates.terms(question.demands())
        : QuotaStates.before(question.demands(), judgement.standings());
  }

  private static Decision answer(
      Question question,
      Optional<String> decisionId,
      Optional<Denied> denied,
      List<QuotaState> states,
      Optional<Charge> charge) {
    return new Decision(
        denied.isEmpty(),
        decisionId,
        question.at(),
        question.demands().cost(),
        question.demands().lines(),
        denied,
        states,
        charge,
        question.demands().assumed(),
        false,
        question.subject().snapshot().policy().hash());
  }
}
