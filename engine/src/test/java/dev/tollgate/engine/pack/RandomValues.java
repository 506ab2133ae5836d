package dev.tollgate.engine.pack;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Any values of records, component by component, so that none is left out. What a constructor
 * refuses is tried again with other values.
 */
public final class RandomValues {

  private static final int MOST_TRIES = 1_000;

  private final Random random;
  private int depth;

  public RandomValues(Random random) {
    this.random = random;
  }

  public <T> T of(Class<T> type) {
    return type.cast(value(type));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return value((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return made(plain);
    }
    if (plain.isSealed()) {
      return value(any(plain.getPermittedSubclasses()));
    }
    if (plain.isEnum()) {
      return any(plain.getEnumConstants());
    }
    return simple(plain);
  }

  private Object value(Class<?> generic, Type[] arguments) {
    if (generic == Optional.class) {
      return random.nextBoolean() ? Optional.of(value(arguments[0])) : Optional.empty();
    }
    if (generic == List.class) {
      List<Object> list = new ArrayList<>();
      for (int i = few(); i > 0; i--) {
        list.add(value(arguments[0]));
      }
      return list;
    }
    if (generic == Map.class) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = few(); i > 0; i--) {
        map.put(value(arguments[0]), value(arguments[1]));
      }
      return map;
    }
    throw new IllegalArgumentException("no values of " + generic);
  }

  /** Fewer the deeper, so that what holds others of its kind comes to an end. */
  private int few() {
    return depth > 6 ? 0 : random.nextInt(4);
  }

  private Object simple(Class<?> type) {
    if (type == String.class) {
      return any(new String[] {"", "a", "credits", "x".repeat(300), "ä€😀", text(), text()});
    } else if (type == BigDecimal.class) {
      return new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(12) - 3)
          .multiply(BigDecimal.valueOf(random.nextInt(3) - 1));
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(
          random.nextInt(), any(new Integer[] {0, 999_000_000, random.nextInt(1_000_000_000)}));
    } else if (type == LocalDate.class) {
      return LocalDate.ofEpochDay(random.nextInt(100_000) - 20_000);
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == int.class) {
      return random.nextInt() >>> random.nextInt(32);
    } else if (type == long.class) {
      return random.nextLong() >> random.nextInt(64);
    }
    throw new IllegalArgumentException("no values of " + type);
  }

  private String text() {
    return Integer.toString(random.nextInt(), 36);
  }

  private <V> V any(V[] values) {
    return values[random.nextInt(values.length)];
  }

  private Object made(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    depth++;
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      for (int tries = 0; tries < MOST_TRIES; tries++) {
        Object[] values =
            Arrays.stream(components).map(component -> value(component.getGenericType())).toArray();
        try {
          return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
          // Other values may be better.
        }
      }
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      depth--;
    }
    throw new IllegalStateException("no " + type + " in " + MOST_TRIES + " tries");
  }
}
