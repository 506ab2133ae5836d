package dev.tollgate.grammar.parse;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Vocabulary;

/** Which tokens are words of the language, and how each is written. */
final class Keywords {

  private static final Vocabulary VOCABULARY = TollLexer.VOCABULARY;
  private static final BitSet WORDS = words();

  private Keywords() {}

  static boolean isKeyword(int type) {
    return type > 0 && WORDS.get(type);
  }

  /** The text of a token that is always written the same: a keyword or a sign. */
  static Optional<String> written(int type) {
    String quoted = type > 0 ? VOCABULARY.getLiteralName(type) : null;
    return quoted == null
        ? Optional.empty()
        : Optional.of(quoted.substring(1, quoted.length() - 1));
  }

  /** Every word of the language, by the alphabet. */
  static List<String> all() {
    return WORDS.stream().mapToObj(type -> written(type).orElseThrow()).sorted().toList();
  }

  private static BitSet words() {
    BitSet words = new BitSet();
    for (int type = 1; type <= VOCABULARY.getMaxTokenType(); type++) {
      if (written(type).filter(text -> Character.isLetter(text.charAt(0))).isPresent()) {
        words.set(type);
      }
    }
    return words;
  }
}
