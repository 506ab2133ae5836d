package dev.tollgate.grammar.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.golden.Samples;
import dev.tollgate.grammar.parse.SourceParser;
import dev.tollgate.grammar.tree.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a reader of changes sees when one number of a laid out file is another. */
class OneNumberTest {

  private static final List<SourceText> RULES =
      Samples.rules().stream().map(OneNumberTest::laidOut).toList();

  @Property(tries = 200)
  void anotherNumberOfTheSameWidthChangesItsLineAlone(
      @ForAll("rules") SourceText rules, @ForAll long seed) {
    Lexeme number = number(rules, new Random(seed));
    String another = number.text().replaceFirst("[1-8]", "9");
    Assume.that(!another.equals(number.text()));
    assertThat(changed(rules, number, another)).containsExactly(number.span().line());
  }

  @Property(tries = 200)
  void aWiderNumberMovesOnlyLinesThatFollowEachOther(
      @ForAll("rules") SourceText rules, @ForAll long seed) {
    Lexeme number = number(rules, new Random(seed));
    List<Integer> lines = changed(rules, number, "1" + number.text());
    assertThat(lines).contains(number.span().line());
    int first = lines.get(0);
    int last = lines.get(lines.size() - 1);
    assertThat(IntStream.rangeClosed(first, last).mapToObj(rules::line))
        .as("the lines from the first that changes to the last")
        .noneMatch(String::isBlank);
  }

  @Test
  void aNumberThatFitsItsColumnMovesNothing() {
    assertThat(changed("+ 250 per user ", "+ 2_500 per user ")).containsExactly(4);
  }

  @Test
  void aNumberThatWidensItsColumnMovesTheLinesOfItsRun() {
    assertThat(changed("base 15_000", "base 150_000")).containsExactly(4, 5);
  }

  @Test
  void aLongerCallMovesNoAllotment() {
    assertThat(changed("records > 10", "records > 10_000")).containsExactly(6, 7, 8, 9);
  }

  @Test
  void aWiderLineMovesOnlyCommentsOfItsNeighbours() {
    assertThat(changed("costs 2 ", "costs 2_000_000 ")).containsExactly(8, 9);
  }

  private static List<Integer> changed(String from, String to) {
    String text =
        """
        product a {
          quota q in credits {  # a
            allot free        base 5_000                         # b
            allot standard    base 15_000  + 250 per user    no cap
            allot enterprise  base 5_000   + 1_000 per user  no cap
            call list when records > 10  costs 1
            call get                     costs 5
            any call when records > 3    costs 2  # c
            any other call               costs 3  # d
            warn at 80%
            # e
            deny FULL "full"  # f
          }
        }
        """;
    String laidOut = laidOut(SourceText.of("a.toll", text)).text();
    assertThat(laidOut).containsOnlyOnce(from);
    SourceText other = SourceText.of("a.toll", laidOut.replace(from, to));
    return differing(laidOut, Formatter.format(other));
  }

  private static List<Integer> changed(SourceText rules, Lexeme number, String another) {
    String text = rules.text();
    String with =
        text.substring(0, number.span().start().offset())
            + another
            + text.substring(number.span().end().offset());
    Optional<String> laidOut = Formatter.format(SourceText.of(rules.name(), with));
    // A status of four digits is no status.
    Assume.that(laidOut.isPresent());
    return differing(text, laidOut);
  }

  private static List<Integer> differing(String before, Optional<String> after) {
    List<String> old = before.lines().toList();
    List<String> now = after.orElseThrow().lines().toList();
    assertThat(now).hasSameSizeAs(old);
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(now.get(i))) {
        lines.add(i + 1);
      }
    }
    return lines;
  }

  private static SourceText laidOut(SourceText source) {
    return SourceText.of(source.name(), Formatter.format(source).orElseThrow());
  }

  @Provide
  Arbitrary<SourceText> rules() {
    return Arbitraries.of(RULES);
  }

  private static Lexeme number(SourceText source, Random random) {
    List<Lexeme> numbers =
        SourceParser.lexemes(source).stream()
            .filter(lexeme -> lexeme.kind() == Lexeme.Kind.NUMBER)
            .toList();
    return numbers.get(random.nextInt(numbers.size()));
  }
}
