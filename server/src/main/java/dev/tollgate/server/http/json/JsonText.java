package dev.tollgate.server.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes as JSON, strictly: UTF-8 only, nothing after the value, no name twice in one object,
 * no half of a surrogate pair. Every number stays the exact decimal that was written.
 */
public final class JsonText {

  /** How deep arrays and objects may stand in each other. */
  public static final int MOST_NESTING = 16;

  private static final int MOST_DIGITS = 100;
  private static final int MOST_NAME_CHARACTERS = 300;
  private static final String PARSER_ADVICE = "(: enable | \\(not recognized).*";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  // One more than is told apart below, where the message is ours.
                  .maxNestingDepth(MOST_NESTING + 1)
                  .maxNumberLength(MOST_DIGITS)
                  .maxNameLength(MOST_NAME_CHARACTERS)
                  .build())
          .build();

  private JsonText() {}

  /**
   * The value that the bytes say.
   *
   * @throws MalformedJson if they do not say one
   */
  public static JsonNode parse(byte[] bytes) {
    String text = decoded(bytes);
    if (text.isBlank()) {
      throw notJson("the body is empty; JSON is expected");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      JsonNode value = value(parser, Pointer.ROOT, 0);
      if (parser.nextToken() != null) {
        throw notJson("something follows the JSON value" + place(parser.currentTokenLocation()));
      }
      return value;
    } catch (StreamConstraintsException tooLong) {
      throw notJson(
          "a number of more than %d digits or a name of more than %d characters%s"
              .formatted(MOST_DIGITS, MOST_NAME_CHARACTERS, place(tooLong.getLocation())));
    } catch (JsonEOFException broken) {
      throw notJson("the JSON breaks off before its end" + place(broken.getLocation()));
    } catch (JsonProcessingException wrong) {
      throw notJson(said(wrong.getOriginalMessage()) + place(wrong.getLocation()));
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory could not be read", impossible);
    }
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw notJson("the body is not UTF-8");
    }
  }

  private static JsonNode value(JsonParser parser, Pointer at, int depth) throws IOException {
    JsonToken token = parser.currentToken();
    if (depth >= MOST_NESTING && token.isStructStart()) {
      throw notJson("the body is nested more than " + MOST_NESTING + " deep");
    }
    return switch (token) {
      case START_OBJECT -> object(parser, at, depth);
      case START_ARRAY -> array(parser, at, depth);
      case VALUE_STRING -> TextNode.valueOf(wellFormed(parser.getText(), at));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE, VALUE_FALSE -> BooleanNode.valueOf(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> NullNode.getInstance();
      default -> throw new IllegalStateException("a value begins with " + token);
    };
  }

  private static DecimalNode number(JsonParser parser) throws IOException {
    try {
      return DecimalNode.valueOf(parser.getDecimalValue());
    } catch (NumberFormatException exponent) {
      throw notJson(
          "a number whose exponent is out of range" + place(parser.currentTokenLocation()));
    }
  }

  private static ObjectNode object(JsonParser parser, Pointer at, int depth) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = wellFormed(parser.currentName(), at);
      if (object.has(name)) {
        throw MalformedJson.doubledField(name, at.member(name));
      }
      parser.nextToken();
      object.set(name, value(parser, at.member(name), depth + 1));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser, Pointer at, int depth) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, at.item(array.size()), depth + 1));
    }
    return array;
  }

  /** Half a surrogate pair could be read but never be answered in UTF-8. */
  private static String wellFormed(String text, Pointer at) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), text.charAt(Math.min(i + 1, text.length() - 1)))) {
          throw notJson("half a surrogate pair in a text at `" + at + "`");
        }
        i++;
      }
    }
    return text;
  }

  private static MalformedJson notJson(String what) {
    return MalformedJson.notJson(what);
  }

  /** What the parser says, without its advice on how to set the parser up. */
  private static String said(String message) {
    return message.lines().findFirst().orElse("malformed").replaceFirst(PARSER_ADVICE, "");
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }
}
