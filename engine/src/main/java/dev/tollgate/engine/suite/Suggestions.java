package dev.tollgate.engine.suite;

import dev.tollgate.engine.compile.WrittenTest;
import dev.tollgate.engine.coverage.Coverage;
import dev.tollgate.engine.coverage.Draft;
import dev.tollgate.engine.coverage.Item;
import dev.tollgate.engine.coverage.Observation;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import dev.tollgate.grammar.parse.Parsed;
import dev.tollgate.grammar.parse.SourceParser;
import dev.tollgate.grammar.tree.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Writes tests for what no test exercises. Each was run: it passes, and it exercises its item. What
 * it expects is what is so today; whether that is what was meant is the author's to say.
 */
public final class Suggestions {

  /** So many drafts are tried for one item. */
  private static final int MOST_DRAFTS = 400;

  private static final String FILE = "suggestion";

  private final Policy policy;
  private final Suite suite;
  private final Coverage tests;
  private final Coverage suggested;
  private final Set<String> titles;

  /**
   * @param tests what the tests that there are exercise
   * @param titles of these tests
   */
  public Suggestions(Policy policy, Coverage tests, Set<String> titles) {
    this.policy = policy;
    this.suite = new Suite(policy);
    this.tests = tests;
    this.suggested = new Coverage(policy);
    this.titles = new HashSet<>(titles);
  }

  /** In the order of the files; one test may do for several items. */
  public List<Suggestion> all() {
    List<Suggestion> all = new ArrayList<>();
    for (Item item : tests.missing()) {
      if (!suggested.isExercised(item)) {
        all.add(new Suggestion(item, forOne(item)));
      }
    }
    return all;
  }

  private Optional<String> forOne(Item item) {
    return tests
        .drafts(item, this::actual)
        .limit(MOST_DRAFTS)
        .flatMap(draft -> accepted(item, draft).stream())
        .findFirst();
  }

  /** The text of a draft that passes with what is so, and exercises the item. */
  private Optional<String> accepted(Item item, Draft draft) {
    Draft titled = titled(draft);
    return actual(draft)
        .map(expected -> text(titled, expected))
        .filter(text -> exercises(item, text))
        .flatMap(
            text -> {
              titles.add(titled.title());
              run(text, suggested::observe);
              return Formatter.format(SourceText.of(FILE, text));
            })
        .map(text -> text.substring(text.indexOf("\n\n") + 2));
  }

  private boolean exercises(Item item, String text) {
    AtomicBoolean exercised = new AtomicBoolean();
    boolean passed =
        run(text, seen -> exercised.compareAndSet(false, tests.exercises(item, seen)))
            .filter(TestResult::passed)
            .isPresent();
    return passed && exercised.get();
  }

  private Optional<String> actual(Draft draft) {
    return run(text(draft, draft.guess()), unobserved -> {})
        .flatMap(
            result ->
                result.passed()
                    ? Optional.of(draft.guess())
                    : result
                        .failure()
                        .filter(failure -> failure.expected().equals(draft.guess()))
                        .map(Failure::actual));
  }

  private Draft titled(Draft draft) {
    String title = draft.title();
    for (int number = 2; titles.contains(title); number++) {
      title = draft.title() + " (" + number + ")";
    }
    return new Draft(draft.target(), title, draft.lines(), draft.guess());
  }

  private static String text(Draft draft, String expectation) {
    return "tests for " + draft.target() + "\n\n" + draft.text(expectation);
  }

  /** What becomes of a header and a test below it; nothing where that is not what a text is. */
  private Optional<TestResult> run(String text, Consumer<Observation> observer) {
    Parsed parsed = SourceParser.parse(SourceText.of(FILE, text));
    List<Declaration> found = parsed.tree().declarations();
    if (parsed.hasErrors()
        || found.size() != 2
        || !(found.get(0) instanceof Declaration.TestsFor header)
        || !(found.get(1) instanceof Declaration.Test test)) {
      return Optional.empty();
    }
    Map<String, String> files = new HashMap<>(policy.files());
    files.put(FILE, text);
    WrittenTest written = new WrittenTest(header.target(), header.asOf(), test);
    return Optional.of(suite.run(written, files, observer));
  }
}
