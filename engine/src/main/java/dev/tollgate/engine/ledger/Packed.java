package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Form;
import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import java.util.List;
import java.util.Optional;

/** How what a ledger enters into its journal is written down. */
public final class Packed {

  /** The changes of an entry. */
  public static final Form<List<CounterChange>> CHANGES =
      new Form<>(
          1,
          (to, changes) -> to.list(changes, PackedChanges::pack),
          from -> from.list(PackedChanges::unpack));

  /** What the end of a decision changed. */
  public static final Form<Settled> SETTLED =
      new Form<>(
          1,
          (to, settled) -> to.list(settled.changes(), Packed::change),
          from -> new Settled(from.list(Packed::readChange)));

  /** The billed units of a day. */
  public static final Form<List<BilledPart>> BILLED =
      new Form<>(
          1,
          (to, parts) -> to.list(parts, PackedPrices::part),
          from -> from.list(PackedPrices::readPart));

  private Packed() {}

  /**
   * A decision as long as it has not ended.
   *
   * @param answer the form of its answer
   */
  public static <A, E> Form<Archived<A, E>> decision(Form<A> answer) {
    return new Form<>(
        1,
        (to, decision) -> {
          to.number(decision.drift()).list(decision.drawn(), Packed::drawn);
          take(to, decision.take());
          answer.write(to, decision.answer());
        },
        from -> {
          long drift = from.number();
          List<Drawn> drawn = from.list(Packed::readDrawn);
          Take take = readTake(from, drawn.stream().map(Drawn::draw).toList());
          return new Archived<>(take, drift, drawn, answer.read(from), Optional.empty());
        });
  }

  /**
   * How a decision ended.
   *
   * @param answer the form of its answer
   */
  public static <E> Form<Archived.End<E>> end(Form<E> answer) {
    return new Form<>(
        1,
        (to, end) -> {
          to.number(end.state().ordinal());
          SETTLED.write(to, end.settled());
          to.optional(end.answer(), answer::write);
        },
        from ->
            new Archived.End<>(
                from.one(Recorded.State.class), SETTLED.read(from), from.optional(answer::read)));
  }

  /** All but the draws, which are among what was drawn. */
  private static void take(Packing to, Take take) {
    to.text(take.product()).text(take.account()).text(take.decisionId()).moment(take.at());
    to.optional(take.request(), (packing, id) -> packing.text(id.id()).text(id.fingerprint()));
    to.optional(take.expires(), Packing::moment);
  }

  private static Take readTake(Unpacking from, List<Draw> draws) {
    return new Take(
        from.text(),
        from.text(),
        from.text(),
        from.moment(),
        from.optional(id -> new RequestId(id.text(), id.text())),
        draws,
        from.optional(Unpacking::moment));
  }

  private static void drawn(Packing to, Drawn drawn) {
    PackedTerms.key(to, drawn.key());
    PackedTerms.terms(to, drawn.draw().terms());
    to.number(drawn.draw().cost());
    PackedTerms.portion(to, drawn.portion());
    to.date(drawn.day());
  }

  private static Drawn readDrawn(Unpacking from) {
    Draw draw = new Draw(PackedTerms.readKey(from), PackedTerms.readTerms(from), from.number());
    return new Drawn(draw, PackedTerms.readPortion(from), from.date());
  }

  private static void change(Packing to, Settled.Change change) {
    PackedTerms.key(to, change.key());
    to.number(change.decided()).number(change.settled());
    to.list(change.days(), PackedTerms::day).list(change.booked(), Packed::booking);
    standing(to, change.after());
    to.list(change.crossed(), (packing, place) -> packing.number(place));
  }

  private static Settled.Change readChange(Unpacking from) {
    return new Settled.Change(
        PackedTerms.readKey(from),
        from.number(),
        from.number(),
        from.list(PackedTerms::readDay),
        from.list(Packed::readBooking),
        readStanding(from),
        from.list(Unpacking::whole));
  }

  private static void booking(Packing to, Booking booking) {
    to.date(booking.day()).number(booking.included()).number(booking.billed());
  }

  private static Booking readBooking(Unpacking from) {
    return new Booking(from.date(), from.number(), from.number());
  }

  private static void standing(Packing to, Standing standing) {
    to.number(standing.used()).number(standing.includedUsed());
    to.optional(
        standing.nextReturn(), (packing, next) -> packing.moment(next.at()).number(next.amount()));
    to.date(standing.day()).number(standing.billedOfDay());
  }

  private static Standing readStanding(Unpacking from) {
    return Standing.of(
        new Usage(from.number(), from.number()),
        from.optional(next -> new NextReturn(next.moment(), next.number())),
        from.date(),
        from.number());
  }
}
