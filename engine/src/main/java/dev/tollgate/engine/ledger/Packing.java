package dev.tollgate.engine.ledger;

import java.nio.charset.StandardCharsets;
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
final class Packing {

  private static final int FIRST_SPACE = 64;
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private final Map<String, Integer> places = new HashMap<>();
  private byte[] bytes = new byte[FIRST_SPACE];
  private int size;

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  Packing number(long value) {
    long left = value << 1 ^ value >> Long.SIZE - 1;
    while ((left & -MORE) != 0) {
      put((int) left & MORE - 1 | MORE);
      left >>>= BITS;
    }
    put((int) left);
    return this;
  }

  Packing text(String text) {
    Optional<Integer> place = Optional.ofNullable(places.get(text));
    number(place.orElse(places.size()));
    if (place.isEmpty()) {
      places.put(text, places.size());
      byte[] written = text.getBytes(StandardCharsets.UTF_8);
      number(written.length);
      for (byte one : written) {
        put(one);
      }
    }
    return this;
  }

  Packing flag(boolean value) {
    return number(value ? 1 : 0);
  }

  Packing optional(OptionalLong value) {
    flag(value.isPresent());
    value.ifPresent(this::number);
    return this;
  }

  <T> Packing optional(Optional<T> value, BiConsumer<Packing, T> write) {
    flag(value.isPresent());
    value.ifPresent(present -> write.accept(this, present));
    return this;
  }

  <T> Packing list(List<T> values, BiConsumer<Packing, T> write) {
    number(values.size());
    values.forEach(value -> write.accept(this, value));
    return this;
  }

  private void put(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size] = (byte) value;
    size++;
  }
}
