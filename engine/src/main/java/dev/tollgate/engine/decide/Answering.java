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
      standings.add(Standing.unused(day, 0));
    }
    return new Judgement(standings, shortages);
  }

  /** A question that was only judged. */
  Decision checked(Question question, Judgement judgement) {
    if (!judgement.fits()) {
      return denied(question, "", judgement);
    }
    Optional<Charge> charge =
        question.past()
            ? Optional.empty()
            : Charges.expected(question.demands().judged(), judgement.standings());
    return judged(question, "", judgement, Optional.empty(), charge);
  }

  /**
   * @param decisionId empty for a check
   */
  Decision denied(Question question, String decisionId, Judgement judgement) {
    Optional<Denied> denied = Optional.of(denial(question, judgement));
    return judged(question, decisionId, judgement, denied, Optional.empty());
  }

  private static Decision judged(
      Question question,
      String decisionId,
      Judgement judgement,
      Optional<Denied> denied,
      Optional<Charge> charge) {
    Optional<List<Standing>> standings =
        question.past() ? Optional.empty() : Optional.of(judgement.standings());
    JudgedAnswer answer = new JudgedAnswer(question.demands(), standings, denied, charge);
    return new Decision(decisionId, question.at(), answer, policy(question));
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
    Optional<Charge> charge = Charges.of(question.demands().judged(), granted.tallies());
    GrantedAnswer answer = new GrantedAnswer(question.demands(), granted.tallies(), held, charge);
    return new Decision(decisionId, question.at(), answer, policy(question));
  }

  List<QuotaState> states(Question question, Judgement judgement) {
    return question.past()
        ? QuotaStates.terms(question.demands())
        : QuotaStates.before(question.demands(), judgement.standings());
  }

  private static String policy(Question question) {
    return question.subject().snapshot().policy().hash();
  }
}
