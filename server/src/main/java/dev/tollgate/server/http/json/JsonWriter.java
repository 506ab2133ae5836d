package dev.tollgate.server.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes one JSON text into memory, members in the order of the calls. Numbers are exact and
 * without exponents, moments are RFC 3339 in UTC. Not thread safe.
 */
public final class JsonWriter {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  /** The UTF-8 bytes of the value that {@code content} writes. */
  public static byte[] bytes(Consumer<JsonWriter> content) {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      content.accept(new JsonWriter(out));
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory could not be written", impossible);
    }
    return bytes.toByteArray();
  }

  /** An object that is an item or the whole. */
  public void object(Runnable members) {
    write(out::writeStartObject);
    members.run();
    write(out::writeEndObject);
  }

  /** An object that is a member. */
  public void object(String name, Runnable members) {
    write(() -> out.writeFieldName(name));
    object(members);
  }

  /** An array that is an item or the whole. */
  public <T> void array(Collection<T> items, Consumer<T> item) {
    write(out::writeStartArray);
    items.forEach(item);
    write(out::writeEndArray);
  }

  /** An array that is a member. */
  public <T> void array(String name, Collection<T> items, Consumer<T> item) {
    write(() -> out.writeFieldName(name));
    array(items, item);
  }

  /** An array of texts. */
  public void texts(String name, Collection<String> texts) {
    array(name, texts, text -> write(() -> out.writeString(text)));
  }

  /** An array of numbers. */
  public void numbers(String name, Collection<BigDecimal> numbers) {
    array(name, numbers, number -> write(() -> out.writeNumber(number)));
  }

  /** An object of numbers by name. */
  public void numbers(String name, Map<String, BigDecimal> numbers) {
    object(name, () -> numbers.forEach(this::number));
  }

  public void text(String name, String text) {
    write(() -> out.writeStringField(name, text));
  }

  /** A text, or null. */
  public void text(String name, Optional<String> text) {
    text.ifPresentOrElse(it -> text(name, it), () -> nothing(name));
  }

  public void number(String name, BigDecimal number) {
    write(() -> out.writeNumberField(name, number));
  }

  /** A number, or null. */
  public void number(String name, Optional<BigDecimal> number) {
    number.ifPresentOrElse(it -> number(name, it), () -> nothing(name));
  }

  public void number(String name, long number) {
    write(() -> out.writeNumberField(name, number));
  }

  public void yesOrNo(String name, boolean yes) {
    write(() -> out.writeBooleanField(name, yes));
  }

  public void moment(String name, Instant moment) {
    text(name, moment.toString());
  }

  /** A moment, or null. */
  public void moment(String name, Optional<Instant> moment) {
    text(name, moment.map(Instant::toString));
  }

  /** A date, or null. */
  public void date(String name, Optional<LocalDate> date) {
    text(name, date.map(LocalDate::toString));
  }

  public void nothing(String name) {
    write(() -> out.writeNullField(name));
  }

  /** Names the member that a following call for an item or the whole writes. */
  public void name(String name) {
    write(() -> out.writeFieldName(name));
  }

  /** A text, a number, true, false or null that is an item, the whole, or follows its name. */
  public void scalar(Optional<?> value) {
    write(() -> out.writeObject(value.orElse(null)));
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory could not be written", impossible);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
