package dev.tollgate.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotesTest {

  @Test
  void quotesAndEscapesAreUndone() {
    assertThat(Quotes.undone("\"a \\\"b\\\" \\\\ \\n\\t\\u00e9\"")).isEqualTo("a \"b\" \\ \n\té");
  }

  @Test
  void anEscapeThatDoesNotExistStandsAsItIs() {
    assertThat(Quotes.undone("\"C:\\path \\u12\"")).isEqualTo("C:\\path \\u12");
  }

  @Test
  void aTextThatIsNeverClosedIsRead() {
    assertThat(Quotes.undone("\"abc")).isEqualTo("abc");
    assertThat(Quotes.undone("\"")).isEmpty();
    assertThat(Quotes.undone("\"abc\\")).isEqualTo("abc\\");
  }

  @Test
  void theFirstUnknownEscapeIsFound() {
    assertThat(Quotes.firstUnknownEscape("\"a\\\\b\\x\"")).hasValue(5);
    assertThat(Quotes.firstUnknownEscape("\"a\\u00E9\\n\"")).isEmpty();
    assertThat(Quotes.firstUnknownEscape("\"a\\u00G9\"")).hasValue(2);
  }
}
