package dev.tollgate.server.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One JSON object a line. A member of a member is a column of its own: {@code {"seats": {"user":
 * 5}}} is the column {@code seats.user}; of a holding {@code {"mode": "used", "limit": 5}} the cell
 * is {@code used:5}.
 */
public final class NdjsonFormat implements RowFormat {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Different shapes of lines that are remembered. */
  private static final int REMEMBERED = 1_000;

  private final Set<String> passedOver;

  /** Most tables have the same members in every line. */
  private final Map<List<String>, List<String>> known = new ConcurrentHashMap<>();

  /**
   * @param passedOver members that say nothing
   */
  public NdjsonFormat(Set<String> passedOver) {
    this.passedOver = Set.copyOf(passedOver);
  }

  @Override
  public Optional<List<String>> header() {
    return Optional.empty();
  }

  @Override
  public void read(Chunk chunk, RowSink sink) {
    Optional<String> text = chunk.text();
    if (text.isEmpty()) {
      sink.unreadable(chunk.firstLine(), "here or soon below is something that is not UTF-8");
      return;
    }
    Chunk.Lines lines = new Chunk.Lines(text.get());
    for (long number = chunk.firstLine(); lines.hasNext(); number++) {
      String line = lines.next();
      if (!line.isBlank()) {
        row(number, line, sink);
      }
    }
  }

  /** Reads one object. */
  public void row(long number, String line, RowSink sink) {
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        sink.unreadable(number, "a JSON object is expected");
        return;
      }
      members(parser, "", names, cells);
      if (parser.nextToken() != null) {
        sink.unreadable(number, "something follows the JSON object");
        return;
      }
    } catch (JsonProcessingException malformed) {
      String why = malformed.getOriginalMessage().lines().findFirst().orElse("malformed");
      sink.unreadable(number, "this is no JSON: " + why);
      return;
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory could not be read", impossible);
    }
    List<String> same = known.get(names);
    if (same == null) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      same = List.copyOf(names);
      known.put(same, same);
    }
    sink.row(number, same, cells.toArray(String[]::new));
  }

  private void members(JsonParser parser, String prefix, List<String> names, List<String> cells)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (prefix.isEmpty() && passedOver.contains(name)) {
        parser.skipChildren();
      } else if (value == JsonToken.START_OBJECT && prefix.equals("addons.")) {
        names.add(prefix.concat(name));
        cells.add(holding(parser));
      } else if (value == JsonToken.START_OBJECT && prefix.isEmpty()) {
        members(parser, name + ".", names, cells);
      } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
        names.add(prefix.concat(name));
        parser.skipChildren();
        cells.add("a value of several");
      } else if (value != JsonToken.VALUE_NULL) {
        names.add(prefix.isEmpty() ? name : prefix.concat(name));
        cells.add(parser.getText());
      }
    }
  }

  private static String holding(JsonParser parser) throws IOException {
    String mode = "";
    String amount = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("mode")) {
        mode = parser.getText().equals("used") ? "used:" : "";
      } else if (name.equals("amount") || name.equals("limit")) {
        amount = parser.getText();
      }
      parser.skipChildren();
    }
    return mode + amount;
  }
}
