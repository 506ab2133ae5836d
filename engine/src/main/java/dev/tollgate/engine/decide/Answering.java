package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Granted;
import dev.tollgate.engine.ledger.Room;
import dev.tollgate.engine.ledger.Shortage;
import dev.tollgate.engine.ledger.Standing;
import dev.tollgate.engine.ledger.Tally;
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
            List.of(),
            question.past()
                ? Optional.empty()
                : Charges.expected(
                    question.demands().judged(), judgement.standings(), policy(question)))
        : denied(question, Optional.empty(), judgement);
  }

  Decision denied(Question question, Optional<String> decisionId, Judgement judgement) {
    return answer(
        question,
        decisionId,
        Optional.of(denial(question, judgement)),
        states(question, judgement),
        List.of(),
        Optional.empty());
  }

  Denied denial(Question question, Judgement judgement) {
    return denials.of(question, judgement);
  }

  /**
   * A question whose cost was consumed.
   *
   * @param held whether it is held for a call whose cost is known later
   */
  Decision allowed(Question question, String decisionId, boolean held, Granted granted) {
    List<Demand> judged = question.demands().judged();
    return answer(
        question,
        Optional.of(decisionId),
        Optional.empty(),
        QuotaStates.after(question.demands(), granted.tallies()),
        held ? List.of() : consumed(judged, granted.tallies()),
        Charges.of(judged, granted.tallies(), policy(question)));
  }

  private static List<Consumed> consumed(List<Demand> judged, List<Tally> tallies) {
    List<Consumed> consumed = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      Tally tally = tallies.get(i);
      if (!judged.get(i).inFlight()) {
        consumed.add(
            Consumed.of(judged.get(i), tally.day().day(), tally.included(), tally.billed()));
      }
    }
    return consumed;
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
      List<Consumed> consumed,
      Optional<Charge> charge) {
    return new Decision(
        denied.isEmpty(),
        decisionId,
        question.at(),
        question.demands().cost(),
        question.demands().lines(),
        denied,
        states,
        consumed,
        charge,
        question.demands().assumed(),
        false,
        policy(question));
  }

  private static String policy(Question question) {
    return question.subject().snapshot().policy().hash();
  }
}
