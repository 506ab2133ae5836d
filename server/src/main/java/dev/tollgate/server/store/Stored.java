package dev.tollgate.server.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.tollgate.engine.pack.Form;
import dev.tollgate.server.store.disk.StoreDamaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How values of one type are stored: most as JSON with the names of their components, leaving out
 * what is empty. So a component that is added later reads as empty from what was stored before, and
 * one that is gone is passed over. Thread safe.
 */
final class Stored<T> {

  private static final JsonSetter.Value IS_EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new TimeModule())
          .annotationIntrospector(new SealedFamilies())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .withConfigOverride(List.class, absent -> absent.setSetterInfo(IS_EMPTY))
          .withConfigOverride(Map.class, absent -> absent.setSetterInfo(IS_EMPTY))
          .withConfigOverride(String.class, absent -> absent.setSetterInfo(IS_EMPTY))
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Function<T, byte[]> writer;
  private final Reader<T> reader;

  private Stored(Function<T, byte[]> writer, Reader<T> reader) {
    this.writer = writer;
    this.reader = reader;
  }

  private interface Reader<T> {
    T read(byte[] bytes) throws IOException;
  }

  static <T> Stored<T> of(Class<T> type) {
    return of(MAPPER.constructType(type));
  }

  static <T> Stored<T> of(TypeReference<T> type) {
    return of(MAPPER.constructType(type));
  }

  private static <T> Stored<T> of(JavaType type) {
    ObjectWriter writer = MAPPER.writerFor(type);
    ObjectReader reader = MAPPER.readerFor(type);
    return new Stored<>(value -> json(writer, value), reader::readValue);
  }

  /** What is written and read often, and by programs alone: as few bytes. */
  static <T> Stored<T> as(Form<T> form) {
    return new Stored<>(form::bytes, form::value);
  }

  private static byte[] json(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("cannot be stored: " + value, impossible);
    }
  }

  byte[] bytes(T value) {
    return writer.apply(value);
  }

  /** The same bytes as text, for a column that is part of a key. */
  String text(T value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  T value(String text) {
    return value(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The value that was stored.
   *
   * @throws StoreDamaged if the bytes say none
   */
  T value(byte[] bytes) {
    try {
      return reader.read(bytes);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new StoreDamaged("a stored value cannot be read: " + unreadable.getMessage());
    }
  }
}
