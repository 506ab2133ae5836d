package dev.tollgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.compile.WrittenTest;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.suite.Suite;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each number of a product is changed by one, up and down: a test of the language notices. */
class EveryNumberIsTestedTest {

  private static final Path HERE = Path.of(System.getProperty("basedir", "."));

  /** What is quoted and commented on comes first, so that the numbers in it are passed over. */
  private static final Pattern NUMBER =
      Pattern.compile("\"[^\"\\n]*\"|#[^\\n]*|(\\d+-\\d+-\\d+)|(\\b\\d[\\d_]*(?:\\.\\d+)?)");

  /**
   * The test that noticed last: it is likely to notice the next change, of the same number, too.
   */
  private Optional<String> noticedLast = Optional.empty();

  /** No purchase reaches 500,001 credits, and tests of the language do not speak of HTTP. */
  @Test
  void ofTheCrmProductASlabThatNobodyReachesAndTheStatusOfADenialAreNot() throws IOException {
    assertThat(unnoticed("crm"))
        .containsExactly(
            "status 430",
            "status 428",
            "next 250001 at 0.025",
            "next 500001 at 0.012",
            "next 499999 at 0.012",
            "next 500_000 at 0.013",
            "next 500_000 at 0.011");
  }

  @Test
  void ofTheDeskProductTheStatusesOfDenialsAreNot() throws IOException {
    assertThat(unnoticed("desk"))
        .containsExactly("status 430", "status 428", "status 430", "status 428");
  }

  /** The lines with a changed number that still compile, and pass all tests. */
  private List<String> unnoticed(String product) throws IOException {
    List<SourceText> sources = RuleFolder.read(HERE.resolve(product)).sources();
    List<String> unnoticed = new ArrayList<>();
    int changes = 0;
    for (int file = 0; file < sources.size(); file++) {
      SourceText source = sources.get(file);
      if (source.name().endsWith("_test.toll")) {
        continue;
      }
      for (MatchResult found : NUMBER.matcher(source.text()).results().toList()) {
        for (String changed : changes(found)) {
          List<SourceText> others = new ArrayList<>(sources);
          others.set(file, SourceText.of(source.name(), with(source, found, changed)));
          changes++;
          if (passes(others)) {
            unnoticed.add(line(source, found, changed));
          }
        }
      }
    }
    assertThat(changes).isGreaterThan(50);
    return unnoticed;
  }

  private static List<String> changes(MatchResult found) {
    if (found.group(1) != null) {
      LocalDate date = LocalDate.parse(found.group(1));
      return List.of(date.plusDays(1).toString(), date.minusDays(1).toString());
    }
    if (found.group(2) != null) {
      BigDecimal number = new BigDecimal(found.group(2).replace("_", ""));
      return List.of(number.add(number.ulp()), number.subtract(number.ulp())).stream()
          .filter(changed -> changed.signum() >= 0)
          .map(BigDecimal::toPlainString)
          .toList();
    }
    return List.of();
  }

  private static String with(SourceText source, MatchResult found, String changed) {
    return source.text().substring(0, found.start())
        + changed
        + source.text().substring(found.end());
  }

  /** The line as changed, up to what it accepts, with single blanks. */
  private static String line(SourceText source, MatchResult found, String changed) {
    int start = source.text().lastIndexOf('\n', found.start()) + 1;
    String line = with(source, found, changed).substring(start).lines().findFirst().orElseThrow();
    return line.replaceAll(" accept .*| #.*", "").strip().replaceAll(" +", " ");
  }

  private boolean passes(List<SourceText> sources) {
    Compiled compiled = Compiler.compile(sources);
    return compiled.policy().map(policy -> passes(policy, compiled.tests())).orElse(false);
  }

  private boolean passes(Policy policy, List<WrittenTest> tests) {
    Suite suite = new Suite(policy);
    Optional<WrittenTest> failed =
        tests.stream()
            .sorted(Comparator.comparing(test -> !noticedLast.equals(Optional.of(title(test)))))
            .filter(test -> !suite.run(test).passed())
            .findFirst();
    noticedLast = failed.map(EveryNumberIsTestedTest::title);
    return failed.isEmpty();
  }

  private static String title(WrittenTest test) {
    return test.test().title().value();
  }
}
