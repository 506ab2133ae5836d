package dev.tollgate.server.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lays JSON out for people: what fits on a line stays on it, and of what does not, as many members
 * stand on each line as fit. The value stays the same.
 */
public final class JsonLayout {

  /** Characters of the longest line, as far as a single text or number is not longer. */
  public static final int WIDTH = 100;

  private static final String INDENT = "  ";

  private JsonLayout() {}

  /** The text of what {@code content} writes, ended by a line end. */
  public static String text(Consumer<JsonWriter> content) {
    return text(JsonText.parse(JsonWriter.bytes(content)));
  }

  /** The text of a value, ended by a line end. */
  public static String text(JsonNode value) {
    return laidOut("", value, "") + "\n";
  }

  /** {@code name} is empty or ends in a colon and a blank; lines but the first have the indent. */
  private static String laidOut(String name, JsonNode value, String indent) {
    String onOneLine = name + onOneLine(value);
    // One place is kept for a comma.
    if (value.isEmpty() || indent.length() + onOneLine.length() < WIDTH) {
      return onOneLine;
    }
    StringBuilder text = new StringBuilder(name).append(value.isObject() ? "{" : "[");
    String inner = indent + INDENT;
    List<String> members = members(value, inner);
    int column = WIDTH;
    for (int i = 0; i < members.size(); i++) {
      String member = members.get(i) + (i + 1 < members.size() ? "," : "");
      boolean isBroken = member.indexOf('\n') >= 0;
      boolean joins = !isBroken && column + 1 + member.length() <= WIDTH;
      text.append(joins ? " " : "\n" + inner).append(member);
      column = isBroken ? WIDTH : (joins ? column + 1 : inner.length()) + member.length();
    }
    return text.append('\n').append(indent).append(value.isObject() ? "}" : "]").toString();
  }

  private static List<String> members(JsonNode value, String indent) {
    List<String> members = new ArrayList<>();
    if (value.isObject()) {
      value
          .properties()
          .forEach(field -> members.add(laidOut(name(field.getKey()), field.getValue(), indent)));
    } else {
      value.elements().forEachRemaining(item -> members.add(laidOut("", item, indent)));
    }
    return members;
  }

  private static String onOneLine(JsonNode value) {
    if (value.isObject()) {
      List<String> members = new ArrayList<>();
      value
          .properties()
          .forEach(field -> members.add(name(field.getKey()) + onOneLine(field.getValue())));
      return "{" + String.join(", ", members) + "}";
    }
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.elements().forEachRemaining(item -> items.add(onOneLine(item)));
      return "[" + String.join(", ", items) + "]";
    }
    // A decimal prints itself with an exponent when it is small.
    return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
  }

  private static String name(String name) {
    return TextNode.valueOf(name) + ": ";
  }
}
