package dev.tollgate.engine.pack;

import java.time.DateTimeException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How values of one type are written down as bytes, from which an equal value is read again. A form
 * that changes gets another version, so that bytes of the earlier one are told from its own. Thread
 * safe.
 *
 * @param version stands before each value; bytes of another one are refused
 * @param writer writes everything that {@code reader} reads, in the same order
 */
public record Form<T>(int version, BiConsumer<Packing, T> writer, Function<Unpacking, T> reader) {

  /** Bytes that hold one value and nothing else. */
  public byte[] bytes(T value) {
    Packing to = new Packing();
    write(to, value);
    return to.bytes();
  }

  /**
   * The value that was written.
   *
   * @throws IllegalArgumentException if the bytes cannot have been written in this form; to notice
   *     all damage is up to whoever stores them
   */
  public T value(byte[] bytes) {
    Unpacking from = new Unpacking(bytes);
    try {
      T value = read(from);
      from.mustEnd();
      return value;
    } catch (DateTimeException | ArithmeticException outOfRange) {
      throw new IllegalArgumentException("bytes say " + outOfRange.getMessage(), outOfRange);
    }
  }

  /** Writes a value as a part of a larger one. */
  public void write(Packing to, T value) {
    to.number(version);
    writer.accept(to, value);
  }

  /** Reads a value that is a part of a larger one. */
  public T read(Unpacking from) {
    long found = from.number();
    if (found != version) {
      throw new IllegalArgumentException("bytes of version " + found + ", not " + version);
    }
    return reader.apply(from);
  }
}
