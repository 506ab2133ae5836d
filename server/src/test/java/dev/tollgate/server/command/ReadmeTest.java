package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the README from top to bottom, on a copy of the rules. No block of it escapes: a console
 * prints what it shows, a change can be made, an excerpt is in a file, a name in the map is there.
 * {@code -Dgolden=update} rewrites the answers and still fails.
 */
class ReadmeTest {

  private static final Path PROJECT = Shell.PROJECT_RULES.getParent();
  private static final Path README = PROJECT.resolve("README.md");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");
  private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");

  private final List<Tour> begun = new ArrayList<>();
  private final NavigableMap<Step, String> corrections =
      new TreeMap<>(Comparator.comparing(Step::line));

  @TempDir private Path folder;

  @AfterEach
  void endTours() throws InterruptedException {
    for (Tour tour : begun) {
      tour.end();
    }
  }

  /** From the last to the first, so that the lines above keep their numbers. */
  @AfterEach
  void rewriteThePageWhenTold() {
    if (!"update".equals(System.getProperty("golden")) || corrections.isEmpty()) {
      return;
    }
    List<String> page = new ArrayList<>(text(README).lines().toList());
    corrections
        .descendingMap()
        .forEach(
            (step, printed) -> {
              List<String> shown =
                  page.subList(
                      step.lineBelow() - 1,
                      step.lineBelow() - 1 + (int) step.expected().lines().count());
              shown.clear();
              shown.addAll(printed.lines().toList());
            });
    write(README, String.join("\n", page) + "\n");
  }

  /** Promotions and contracts are in force at the first moment and not at the second. */
  @TestFactory
  Stream<DynamicContainer> whatIsShownIsWhatHappensWheneverItIsFollowed() {
    return Stream.of("2026-01-31T23:59:40.123Z", "2031-06-15T10:00:00.123Z")
        .map(moment -> dynamicContainer("from " + moment, tests(moment)));
  }

  @Test
  void theMapShowsEveryModuleAndNothingThatIsNotThere() {
    List<String> modules =
        MODULE
            .matcher(text(PROJECT.resolve("pom.xml")))
            .results()
            .map(found -> found.group(1) + "/")
            .toList();
    assertThat(modules).isNotEmpty();
    assertThat(blocks().stream().filter(block -> block.language().equals("text")))
        .singleElement()
        .satisfies(
            map ->
                assertThat(map.lines())
                    .extracting(line -> line.split(" ")[0])
                    .containsAll(modules)
                    .allSatisfy(name -> assertThat(PROJECT.resolve(name)).exists()));
  }

  @Test
  void everyLinkLeadsToAFile() {
    assertThat(LINK.matcher(text(README)).results().map(found -> PROJECT.resolve(found.group(1))))
        .isNotEmpty()
        .allSatisfy(target -> assertThat(target).exists());
  }

  /** A reader stands in a clone of this project. */
  private static void commit(Path home) {
    try (Git git = Git.init().setDirectory(home.toFile()).call()) {
      git.add().addFilepattern("rules").call();
      git.commit().setMessage("begin").setAuthor("Ann", "ann@example.org").setSign(false).call();
    } catch (GitAPIException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<DynamicTest> tests(String moment) {
    Path home = folder.resolve("tour" + begun.size());
    Map<String, String> rules = rulesBelow(PROJECT);
    rules.forEach((name, text) -> write(home.resolve(name), text));
    commit(home);
    Tour tour = new Tour(home, moment);
    begun.add(tour);
    List<DynamicTest> tests = new ArrayList<>();
    for (Block block : blocks()) {
      String where = "line " + block.line() + ": ";
      switch (block.language()) {
        case "console" ->
            Step.of(block)
                .forEach(
                    step ->
                        tests.add(
                            dynamicTest(
                                "line " + step.line() + ": " + step.command(),
                                () -> hold(step, tour.run(step)))));
        case "diff" -> tests.add(dynamicTest(where + "change", () -> tour.change(block)));
        case "toll" ->
            tests.add(
                dynamicTest(
                    where + "excerpt",
                    () ->
                        assertThat(rules.values())
                            .anyMatch(text -> text.contains(String.join("\n", block.lines())))));
        // The first runs this test; the second is a step of the tour.
        case "sh" ->
            assertThat(block.lines())
                .extracting(line -> line.replaceFirst(" *#.*", ""))
                .containsExactly("mvn verify", "./tollgate serve");
        case "text" -> {}
        default ->
            throw new IllegalArgumentException(where + "nothing runs `" + block.language() + "`");
      }
    }
    tests.add(
        dynamicTest(
            "the rules end as they began",
            () -> assertThat(rulesBelow(home)).containsExactlyEntriesOf(rules)));
    return tests;
  }

  private void hold(Step step, String printed) {
    if (!printed.equals(step.expected())) {
      corrections.put(step, printed);
    }
    assertThat(printed)
        .as("below line %d; -Dgolden=update writes it", step.line())
        .isEqualTo(step.expected());
  }

  private static List<Block> blocks() {
    return Block.of(text(README).lines().toList());
  }

  /** The text of each rule file by its name from there. */
  private static Map<String, String> rulesBelow(Path home) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home.resolve("rules"))) {
      files
          .filter(file -> file.toString().endsWith(".toll"))
          .forEach(file -> texts.put(home.relativize(file).toString(), text(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(home.toString(), unreadable);
    }
    return texts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException refused) {
      throw new UncheckedIOException(file.toString(), refused);
    }
  }
}
