package dev.tollgate.engine.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads what {@link Packing} wrote. Bytes that it cannot have written are refused with an {@link
 * IllegalArgumentException}; to notice all damage is up to whoever stores them.
 */
final class Unpacking {

  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private final List<String> texts = new ArrayList<>();
  private final byte[] bytes;
  private int read;

  Unpacking(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    long value = 0;
    int shift = 0;
    int next;
    do {
      next = take();
      value |= (long) (next & MORE - 1) << shift;
      shift += BITS;
    } while ((next & MORE) != 0 && shift < Long.SIZE);
    return value >>> 1 ^ -(value & 1);
  }

  String text() {
    int place = count();
    if (place < texts.size()) {
      return texts.get(place);
    }
    int length = count();
    if (length > bytes.length - read) {
      throw damaged();
    }
    String text = new String(bytes, read, length, StandardCharsets.UTF_8);
    read += length;
    texts.add(text);
    return text;
  }

  boolean flag() {
    return number() != 0;
  }

  OptionalLong optionalNumber() {
    return flag() ? OptionalLong.of(number()) : OptionalLong.empty();
  }

  <T> Optional<T> optional(Function<Unpacking, T> readOne) {
    return flag() ? Optional.of(readOne.apply(this)) : Optional.empty();
  }

  <T> List<T> list(Function<Unpacking, T> readOne) {
    int size = count();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(readOne.apply(this));
    }
    return List.copyOf(values);
  }

  /** One of the constants of an enumeration, by its place. */
  <T extends Enum<T>> T one(Class<T> type) {
    T[] constants = type.getEnumConstants();
    long place = number();
    if (place < 0 || place >= constants.length) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " has the place " + place);
    }
    return constants[(int) place];
  }

  /** Refuses bytes behind the end. */
  void mustEnd() {
    if (read != bytes.length) {
      throw damaged();
    }
  }

  private int count() {
    long count = number();
    if (count < 0 || count > bytes.length) {
      throw damaged();
    }
    return (int) count;
  }

  private int take() {
    if (read == bytes.length) {
      throw damaged();
    }
    return bytes[read++];
  }

  private IllegalArgumentException damaged() {
    return new IllegalArgumentException(
        bytes.length + " bytes are not what was written: wrong at " + read);
  }
}
