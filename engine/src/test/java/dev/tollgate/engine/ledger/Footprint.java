package dev.tollgate.engine.ledger;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many bytes an object and all that it refers to take, on a machine with compressed references:
 * twelve for the head of an object, sixteen for that of an array, four for a reference, and all in
 * multiples of eight. What is a constant of its class, or empty and shared, or a zone takes none.
 */
final class Footprint {

  private static final int HEAD = 12;
  private static final int ARRAY_HEAD = 16;
  private static final int REFERENCE = 4;
  private static final Map<Class<?>, Integer> SIZES =
      Map.of(
          long.class,
          8,
          double.class,
          8,
          int.class,
          4,
          float.class,
          4,
          short.class,
          2,
          char.class,
          2,
          byte.class,
          1,
          boolean.class,
          1);

  private final Map<Object, Boolean> seen = new IdentityHashMap<>();

  private Footprint() {}

  static long of(Object... roots) {
    Footprint footprint = new Footprint();
    long bytes = 0;
    for (Object root : roots) {
      bytes += footprint.bytes(root);
    }
    return bytes;
  }

  private long bytes(Object object) {
    if (isOurs(object)) {
      Stream.of(object.getClass().getDeclaredFields())
          .filter(field -> Modifier.isStatic(field.getModifiers()))
          .forEach(this::constant);
    }
    if (seen.put(object, true) != null || object instanceof Enum || object instanceof ZoneId) {
      return 0;
    }
    if (object instanceof String text) {
      return aligned(HEAD + REFERENCE + 4 + 1)
          + aligned(ARRAY_HEAD + text.getBytes(StandardCharsets.ISO_8859_1).length);
    }
    if (object instanceof List<?> list && list.isEmpty()
        || object instanceof Map<?, ?> map && map.isEmpty()
        || object instanceof Optional<?> optional && optional.isEmpty()) {
      return 0;
    }
    if (object.getClass().isArray()) {
      return array(object);
    }
    if (!isOurs(object)) {
      throw new IllegalArgumentException("no size of " + object.getClass());
    }
    return fields(object);
  }

  private long array(Object array) {
    int length = Array.getLength(array);
    Class<?> type = array.getClass().getComponentType();
    if (!type.isPrimitive()) {
      throw new IllegalArgumentException("no size of an array of " + type);
    }
    return length == 0 ? 0 : aligned(ARRAY_HEAD + (long) length * SIZES.get(type));
  }

  private long fields(Object object) {
    List<Object> referred = new ArrayList<>();
    long bytes = HEAD;
    boolean gap = true;
    for (Field field : object.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      int size = SIZES.getOrDefault(field.getType(), REFERENCE);
      gap = gap && size == 8;
      bytes += size;
      if (!field.getType().isPrimitive()) {
        referred.add(value(field, object));
      }
    }
    // Behind the head only something small can stand without a gap.
    bytes = aligned(bytes + (gap ? REFERENCE : 0));
    for (Object one : referred) {
      bytes += bytes(one);
    }
    return bytes;
  }

  private void constant(Field field) {
    if (!field.getType().isPrimitive()) {
      seen.put(value(field, field), true);
    }
  }

  private static Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(Modifier.isStatic(field.getModifiers()) ? null : object);
    } catch (IllegalAccessException denied) {
      throw new IllegalStateException(denied);
    }
  }

  private static boolean isOurs(Object object) {
    return object.getClass().getName().startsWith("dev.tollgate.");
  }

  private static long aligned(long bytes) {
    return (bytes + 7) / 8 * 8;
  }
}
