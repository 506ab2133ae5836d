package dev.tollgate.grammar.format;

import dev.tollgate.grammar.tree.Lexeme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a text into the lines of its layout: as the author broke it, but that a block's `{` ends
 * its line and its `}` begins one.
 */
final class LineSplitter {

  private static final int LIST_HANG = 4;
  private static final int BRACKET_HANG = 2;
  private static final Set<String> GOES_ON =
      Set.of(",", ":", "and", "or", ">=", "<=", ">", "<", "=", "≥", "≤");

  private final List<Line> lines = new ArrayList<>();
  private final Deque<Place> places = new ArrayDeque<>(List.of(Place.FILE));
  private final List<Lexeme> current = new ArrayList<>();
  private Optional<Lexeme> comment = Optional.empty();
  private boolean inBody;
  private boolean goesOn;
  private int brackets;
  private int bracketsBefore;
  private int blocks;

  List<Line> split(List<Lexeme> lexemes) {
    for (int i = 0; i < lexemes.size(); i++) {
      Lexeme lexeme = lexemes.get(i);
      boolean last = i + 1 == lexemes.size();
      switch (lexeme.kind()) {
        // The digits of a body are another language's: they stay as they are.
        case NUMBER ->
            add(inBody ? new Lexeme(Lexeme.Kind.TEXT, lexeme.text(), lexeme.span()) : lexeme);
        case NEWLINE -> endLine();
        case COMMENT -> comment = Optional.of(lexeme);
        case SIGN -> addSign(lexeme, last || mayEndLine(lexemes.get(i + 1)));
        default -> add(lexeme);
      }
    }
    endLine();
    return lines;
  }

  private static boolean mayEndLine(Lexeme next) {
    return next.kind() == Lexeme.Kind.NEWLINE
        || next.kind() == Lexeme.Kind.COMMENT
        || next.text().equals("accept");
  }

  private void add(Lexeme lexeme) {
    if (current.isEmpty() && !goesOn) {
      inBody = lexeme.text().equals("body");
    }
    current.add(lexeme);
  }

  private void addSign(Lexeme sign, boolean broken) {
    String text = sign.text();
    boolean brace = text.equals("{") || text.equals("}");
    if (brace && !inBody) {
      addBlockBrace(sign, broken);
      return;
    }
    add(sign);
    if (text.equals("{") || text.equals("(") || text.equals("[")) {
      brackets++;
    } else if (text.equals("}") || text.equals(")") || text.equals("]")) {
      brackets--;
    }
  }

  private void addBlockBrace(Lexeme brace, boolean broken) {
    boolean opens = brace.text().equals("{");
    if (!opens) {
      if (!current.isEmpty()) {
        endLine();
      }
      if (places.size() > 1) {
        places.pop();
      }
    }
    current.add(brace);
    if (!broken) {
      endLine();
    }
  }

  private void endLine() {
    boolean first = !goesOn;
    if (current.isEmpty() && comment.isEmpty() && goesOn) {
      return;
    }
    if (!current.isEmpty()) {
      goesOn = brackets > 0 || GOES_ON.contains(current.get(current.size() - 1).text());
    }
    lines.add(
        new Line(places.element(), current, comment, first, first ? 0 : hang(), first && !goesOn));
    if (endsWithBlock()) {
      Place around = places.element();
      String kind = Blocks.kind(around.kind(), current);
      places.push(new Place(kind, around.depth() + 1, ++blocks));
    }
    current.clear();
    comment = Optional.empty();
    bracketsBefore = brackets;
    inBody = inBody && goesOn;
  }

  private boolean endsWithBlock() {
    return !inBody && !current.isEmpty() && current.get(current.size() - 1).text().equals("{");
  }

  private int hang() {
    int closing = 0;
    while (closing < current.size() && "}])".contains(current.get(closing).text())) {
      closing++;
    }
    if (inBody) {
      return BRACKET_HANG * (bracketsBefore - closing);
    }
    return closing > 0 && closing == bracketsBefore ? 0 : LIST_HANG;
  }
}
