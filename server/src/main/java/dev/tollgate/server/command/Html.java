package dev.tollgate.server.command;

import java.util.List;

/** Writes parts of a page; all that is not of the program's own making is escaped. */
final class Html {

  private Html() {}

  /** The text as it is, between tags and in quoted values. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      switch (sign) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(sign);
      }
    }
    return escaped.toString();
  }

  /** An element with text in it. */
  static String element(String tag, String text) {
    return "<" + tag + ">" + escaped(text) + "</" + tag + ">";
  }

  /** A table, its numbers to the right. */
  static String table(Grid grid) {
    StringBuilder html = new StringBuilder();
    html.append(element("h3", grid.title())).append('\n');
    if (!grid.rows().isEmpty()) {
      html.append("<table>\n<thead>").append(row("th", grid.head(), grid.words()));
      html.append("</thead>\n<tbody>\n");
      grid.rows().forEach(row -> html.append(row("td", row, grid.words())).append('\n'));
      html.append("</tbody>\n</table>\n");
    }
    if (!grid.notes().isEmpty()) {
      html.append("<ul>\n");
      grid.notes().forEach(note -> html.append(element("li", note)).append('\n'));
      html.append("</ul>\n");
    }
    return html.toString();
  }

  private static String row(String tag, List<String> cells, int words) {
    StringBuilder html = new StringBuilder("<tr>");
    for (int at = 0; at < cells.size(); at++) {
      html.append(at < words ? "<" + tag + ">" : "<" + tag + " class=\"number\">")
          .append(escaped(cells.get(at)))
          .append("</")
          .append(tag)
          .append('>');
    }
    return html.append("</tr>").toString();
  }
}
