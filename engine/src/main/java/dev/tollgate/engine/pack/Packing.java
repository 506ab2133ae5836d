package dev.tollgate.engine.pack;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * Writes numbers and texts as few bytes, which {@link Unpacking} reads again in the same order: a
 * number in seven bits a byte, the sign lowest; a text once, and by its place when it comes again.
 */
public final class Packing {

  private static final int FIRST_SPACE = 512;
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;
  static final int NANOS_PER_MILLI = 1_000_000;

  private final Map<String, Integer> places = new HashMap<>();
  private byte[] bytes = new byte[FIRST_SPACE];
  private int size;

  /** All that was written. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  public Packing number(long value) {
    long left = value << 1 ^ value >> Long.SIZE - 1;
    reserve(Long.BYTES + 2);
    while ((left & -MORE) != 0) {
      bytes[size++] = (byte) ((int) left & MORE - 1 | MORE);
      left >>>= BITS;
    }
    bytes[size++] = (byte) left;
    return this;
  }

  public Packing text(String text) {
    int next = places.size();
    Integer place = places.putIfAbsent(text, next);
    if (place != null) {
      return number(place);
    }
    number(next);
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes as they are, after how many they are. */
  public Packing raw(byte[] more) {
    number(more.length);
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  public Packing flag(boolean value) {
    return number(value ? 1 : 0);
  }

  /** With its scale: {@code 1} and {@code 1.0} stay apart. */
  public Packing decimal(BigDecimal value) {
    BigInteger unscaled = value.unscaledValue();
    boolean small = unscaled.bitLength() < Long.SIZE;
    number(value.scale()).flag(small);
    return small ? number(unscaled.longValue()) : raw(unscaled.toByteArray());
  }

  /** Most moments are whole milliseconds; what is finer is told by a number below 0. */
  public Packing moment(Instant at) {
    int nanos = at.getNano();
    boolean whole = nanos % NANOS_PER_MILLI == 0;
    return number(at.getEpochSecond()).number(whole ? nanos / NANOS_PER_MILLI : -nanos);
  }

  public Packing date(LocalDate date) {
    return number(date.toEpochDay());
  }

  public Packing optional(OptionalLong value) {
    flag(value.isPresent());
    value.ifPresent(this::number);
    return this;
  }

  public <T> Packing optional(Optional<T> value, BiConsumer<Packing, T> write) {
    flag(value.isPresent());
    value.ifPresent(present -> write.accept(this, present));
    return this;
  }

  public <T> Packing list(List<T> values, BiConsumer<Packing, T> write) {
    number(values.size());
    values.forEach(value -> write.accept(this, value));
    return this;
  }

  /** In its own order, which is kept. */
  public <T> Packing map(Map<String, T> values, BiConsumer<Packing, T> write) {
    number(values.size());
    values.forEach((key, value) -> write.accept(text(key), value));
    return this;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
    }
  }
}
