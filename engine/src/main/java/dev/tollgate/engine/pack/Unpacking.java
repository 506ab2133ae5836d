package dev.tollgate.engine.pack;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads what {@link Packing} wrote. Bytes that it cannot have written are refused with an {@link
 * IllegalArgumentException}; to notice all damage is up to whoever stores them.
 */
public final class Unpacking {

  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private final List<String> texts = new ArrayList<>();
  private final byte[] bytes;
  private int read;

  public Unpacking(byte[] bytes) {
    this.bytes = bytes;
  }

  public long number() {
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

  /** A number that is an {@code int}. */
  public int whole() {
    return Math.toIntExact(number());
  }

  public String text() {
    int place = count();
    if (place < texts.size()) {
      return texts.get(place);
    }
    String text = new String(raw(), StandardCharsets.UTF_8);
    texts.add(text);
    return text;
  }

  public byte[] raw() {
    int length = count();
    if (length > bytes.length - read) {
      throw damaged();
    }
    read += length;
    return Arrays.copyOfRange(bytes, read - length, read);
  }

  public boolean flag() {
    return number() != 0;
  }

  public BigDecimal decimal() {
    int scale = whole();
    return flag()
        ? BigDecimal.valueOf(number(), scale)
        : new BigDecimal(new BigInteger(raw()), scale);
  }

  public Instant moment() {
    long second = number();
    long part = number();
    return Instant.ofEpochSecond(second, part < 0 ? -part : part * Packing.NANOS_PER_MILLI);
  }

  public LocalDate date() {
    return LocalDate.ofEpochDay(number());
  }

  public OptionalLong optionalNumber() {
    return flag() ? OptionalLong.of(number()) : OptionalLong.empty();
  }

  public <T> Optional<T> optional(Function<Unpacking, T> readOne) {
    return flag() ? Optional.of(readOne.apply(this)) : Optional.empty();
  }

  public <T> List<T> list(Function<Unpacking, T> readOne) {
    int size = count();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(readOne.apply(this));
    }
    return List.copyOf(values);
  }

  /** In the order in which it was written. */
  public <T> Map<String, T> map(Function<Unpacking, T> readOne) {
    int size = count();
    Map<String, T> values = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      values.put(text(), readOne.apply(this));
    }
    return values;
  }

  /** One of the constants of an enumeration, by its place. */
  public <T extends Enum<T>> T one(Class<T> type) {
    T[] constants = type.getEnumConstants();
    long place = number();
    if (place < 0 || place >= constants.length) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " has the place " + place);
    }
    return constants[(int) place];
  }

  /** Refuses bytes behind the end. */
  public void mustEnd() {
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
