package dev.tollgate.engine.ledger;

import java.util.List;

/**
 * The parts of entries that whoever stores them need not understand, as few bytes. What is read
 * again equals what was written. Bytes that were not written here are refused with an {@link
 * IllegalArgumentException}; to notice all damage is up to whoever stores them.
 */
public final class Packed {

  /** Of these bytes; a newer one is refused. */
  private static final int VERSION = 1;

  private Packed() {}

  /** The changes of an entry. */
  public static byte[] changes(List<CounterChange> changes) {
    return packing().list(changes, PackedChanges::pack).bytes();
  }

  public static List<CounterChange> changes(byte[] bytes) {
    Unpacking from = unpacking(bytes);
    List<CounterChange> changes = from.list(PackedChanges::unpack);
    from.mustEnd();
    return changes;
  }

  /** What a decision drew. */
  public static byte[] drawn(List<Drawn> drawn) {
    return packing().list(drawn, Packed::drawn).bytes();
  }

  public static List<Drawn> drawn(byte[] bytes) {
    Unpacking from = unpacking(bytes);
    List<Drawn> drawn = from.list(Packed::readDrawn);
    from.mustEnd();
    return drawn;
  }

  private static void drawn(Packing to, Drawn drawn) {
    PackedTerms.key(to, drawn.key());
    PackedTerms.terms(to, drawn.draw().terms());
    to.number(drawn.draw().cost());
    PackedTerms.portion(to, drawn.portion());
    PackedTerms.date(to, drawn.day());
  }

  private static Drawn readDrawn(Unpacking from) {
    Draw draw = new Draw(PackedTerms.readKey(from), PackedTerms.readTerms(from), from.number());
    return new Drawn(draw, PackedTerms.readPortion(from), PackedTerms.readDate(from));
  }

  private static Packing packing() {
    return new Packing().number(VERSION);
  }

  private static Unpacking unpacking(byte[] bytes) {
    Unpacking from = new Unpacking(bytes);
    long version = from.number();
    if (version != VERSION) {
      throw new IllegalArgumentException("bytes of version " + version + ", not " + VERSION);
    }
    return from;
  }
}
