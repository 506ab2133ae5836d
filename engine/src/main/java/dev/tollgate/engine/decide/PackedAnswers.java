package dev.tollgate.engine.decide;

import dev.tollgate.engine.pack.Form;
import dev.tollgate.engine.pack.PackedPlace;
import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import java.util.Optional;

/** How the answers that are remembered are written down. */
public final class PackedAnswers {

  /** Allowed decisions; the ledger remembers no others. */
  public static final Form<Remembered> REMEMBERED =
      new Form<>(1, PackedAnswers::remembered, PackedAnswers::readRemembered);

  /** Answers to commits, cancels and adjustments. */
  public static final Form<Settlement> SETTLEMENT =
      new Form<>(1, PackedAnswers::settlement, PackedAnswers::readSettlement);

  private PackedAnswers() {}

  private static void remembered(Packing to, Remembered remembered) {
    to.text(remembered.product()).text(remembered.account());
    call(to, remembered.call());
    to.map(remembered.keys(), Packing::text);
    to.optional(remembered.channel(), Packing::text).optional(remembered.quote(), Packing::text);
    decision(to, remembered.decision());
  }

  private static Remembered readRemembered(Unpacking from) {
    return new Remembered(
        from.text(),
        from.text(),
        readCall(from),
        from.map(Unpacking::text),
        from.optional(Unpacking::text),
        from.optional(Unpacking::text),
        readDecision(from));
  }

  private static void call(Packing to, AskedCall call) {
    to.text(call.name()).map(call.params(), PackedAnswers::stated);
    to.list(call.calls(), PackedAnswers::call);
  }

  private static AskedCall readCall(Unpacking from) {
    return new AskedCall(
        from.text(), from.map(PackedAnswers::readStated), from.list(PackedAnswers::readCall));
  }

  private enum Kind {
    TEXT,
    NUMBER,
    YES_OR_NO,
    UNTYPED
  }

  private static void stated(Packing to, Stated stated) {
    if (stated instanceof Stated.Text text) {
      kind(to, Kind.TEXT).text(text.text());
    } else if (stated instanceof Stated.Number number) {
      kind(to, Kind.NUMBER).decimal(number.number());
    } else if (stated instanceof Stated.YesOrNo yesOrNo) {
      kind(to, Kind.YES_OR_NO).flag(yesOrNo.yes());
    } else if (stated instanceof Stated.Untyped untyped) {
      kind(to, Kind.UNTYPED).text(untyped.text());
    } else {
      throw new IllegalArgumentException("no form for " + stated);
    }
  }

  private static Packing kind(Packing to, Kind kind) {
    return to.number(kind.ordinal());
  }

  private static Stated readStated(Unpacking from) {
    return switch (from.one(Kind.class)) {
      case TEXT -> Stated.text(from.text());
      case NUMBER -> Stated.number(from.decimal());
      case YES_OR_NO -> Stated.yesOrNo(from.flag());
      case UNTYPED -> Stated.untyped(from.text());
    };
  }

  private static void decision(Packing to, Decision decision) {
    if (!decision.allowed()) {
      throw new IllegalArgumentException("a denied decision is not remembered: " + decision);
    }
    to.optional(decision.decisionId(), Packing::text).moment(decision.at());
    to.map(decision.cost(), Packing::decimal).list(decision.costs(), PackedAnswers::costLine);
    to.list(decision.quotas(), PackedFigures::quota);
    to.list(decision.consumed(), PackedFigures::consumed);
    to.optional(decision.charge(), PackedFigures::charge);
    to.list(decision.assumed(), (packing, one) -> packing.text(one.fact()).text(one.value()));
    to.flag(decision.replayed()).text(decision.policy());
  }

  private static Decision readDecision(Unpacking from) {
    return Decision.of(
        new Decision.Told(
            true,
            from.optional(Unpacking::text),
            from.moment(),
            from.map(Unpacking::decimal),
            from.list(PackedAnswers::readCostLine),
            Optional.empty(),
            from.list(PackedFigures::readQuota),
            from.list(PackedFigures::readConsumed),
            from.optional(PackedFigures::readCharge),
            from.list(one -> new Assumed(one.text(), one.text())),
            from.flag(),
            from.text()));
  }

  private static void costLine(Packing to, CostLine line) {
    to.text(line.quota()).text(line.call()).decimal(line.units());
    to.text(line.text()).text(line.arithmetic()).optional(line.at(), PackedPlace::write);
  }

  private static CostLine readCostLine(Unpacking from) {
    return new CostLine(
        from.text(),
        from.text(),
        from.decimal(),
        from.text(),
        from.text(),
        from.optional(PackedPlace::read));
  }

  private static void settlement(Packing to, Settlement settlement) {
    to.text(settlement.decisionId()).number(settlement.outcome().ordinal());
    to.flag(settlement.settled()).moment(settlement.at());
    to.map(settlement.cost(), Packing::decimal).optional(settlement.shortBy(), Packing::decimal);
    to.list(settlement.consumed(), PackedFigures::consumed);
    to.optional(settlement.charge(), PackedFigures::charge);
    to.list(settlement.quotas(), PackedFigures::quota).flag(settlement.replayed());
  }

  private static Settlement readSettlement(Unpacking from) {
    return new Settlement(
        from.text(),
        from.one(Settlement.Outcome.class),
        from.flag(),
        from.moment(),
        from.map(Unpacking::decimal),
        from.optional(Unpacking::decimal),
        from.list(PackedFigures::readConsumed),
        from.optional(PackedFigures::readCharge),
        from.list(PackedFigures::readQuota),
        from.flag());
  }
}
