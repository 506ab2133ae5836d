package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.coverage.Coverage;
import dev.tollgate.engine.coverage.Item;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Suggested tests are pasted below the policy they were made for. */
class SuggestionsTest {

  private static final Policy POLICY = compiled("").policy().orElseThrow();
  private static final List<Suggestion> ALL = suggestions(POLICY, Set.of());

  @Test
  void eachSuggestionPassesAsItStandsAndExercisesItsItem() {
    for (Suggestion suggestion : ALL) {
      String text = pasted(List.of(suggestion));
      Compiled compiled = compiled(text);
      assertThat(compiled.diagnostics()).as(text).isEmpty();
      Coverage coverage = new Coverage(compiled.policy().orElseThrow());
      List<TestResult> results =
          new Suite(compiled.policy().orElseThrow(), coverage::observe).run(compiled.tests());

      assertThat(results).as(text).singleElement().matches(TestResult::passed);
      assertThat(coverage.isExercised(suggestion.item())).as(text).isTrue();
    }
  }

  @Test
  void allTogetherExerciseEverythingAndStandInTheCanonicalLayout() {
    String text = pasted(ALL);
    Compiled compiled = compiled(text);
    assertThat(compiled.diagnostics()).isEmpty();
    Coverage coverage = new Coverage(compiled.policy().orElseThrow());
    List<TestResult> results =
        new Suite(compiled.policy().orElseThrow(), coverage::observe).run(compiled.tests());

    assertThat(results).allMatch(TestResult::passed);
    assertThat(coverage.missing()).isEmpty();
    for (Suggestion suggestion : ALL) {
      String one = pasted(List.of(suggestion));
      assertThat(Formatter.format(SourceText.of("a", one))).hasValue(one);
    }
  }

  @Test
  void whatTestsExerciseIsNotSuggested() {
    Coverage coverage = new Coverage(POLICY);
    assertThat(ALL).extracting(Suggestion::item).isSubsetOf(coverage.missing());
    Compiled compiled = compiled(pasted(ALL.subList(0, 5)));
    Coverage some = new Coverage(compiled.policy().orElseThrow());
    new Suite(compiled.policy().orElseThrow(), some::observe).run(compiled.tests());

    List<Item> left =
        new Suggestions(compiled.policy().orElseThrow(), some, Set.of())
            .all().stream().map(Suggestion::item).toList();

    assertThat(left)
        .doesNotContainAnyElementsOf(ALL.subList(0, 5).stream().map(Suggestion::item).toList());
    assertThat(left)
        .containsAll(ALL.subList(5, ALL.size()).stream().map(Suggestion::item).toList());
  }

  @Test
  void aTitleThatIsTakenGetsANumber() {
    String first = ALL.get(0).test().orElseThrow();
    String title = first.substring(first.indexOf('"') + 1, first.indexOf("\" {"));

    assertThat(suggestions(POLICY, Set.of(title)).get(0).test().orElseThrow())
        .startsWith("test \"" + title + " (2)\" {");
  }

  private static List<Suggestion> suggestions(Policy policy, Set<String> titles) {
    return new Suggestions(policy, new Coverage(policy), titles).all();
  }

  private static String pasted(List<Suggestion> suggestions) {
    StringBuilder text = new StringBuilder();
    for (Suggestion suggestion : suggestions) {
      assertThat(suggestion.test()).as("%s", suggestion.item()).isPresent();
      text.append("tests for ").append(suggestion.item().target()).append("\n\n");
      text.append(suggestion.test().get());
    }
    return text.toString();
  }

  private static Compiled compiled(String tests) {
    // A product without a test gets a warning, so there is one that exercises nothing.
    String one =
        "tests for shop.credits as of 2026-02-01\n"
            + "test \"one\" {\n"
            + "account small\n"
            + "consume 1 expect allowed\n"
            + "}\n";
    List<SourceText> sources =
        List.of(
            SourceText.of("shop.toll", CoverageTest.POLICY),
            tests.isEmpty()
                ? SourceText.of("tests.toll", one)
                : SourceText.of("tests.toll", tests));
    return Compiler.compile(sources);
  }
}
