package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A folder of rule files, each with what is expected of it beside it. {@code -Dgolden=update}
 * rewrites the expectations and still fails, so that nobody takes an update for a pass.
 */
final class Golden {

  private static final Path ROOT = Path.of("src/test/resources/golden");
  private static final String INPUT = ".toll";
  private static final String EXPECTATION = ".txt";
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  private final Path folder;

  Golden(String kind) {
    this.folder = ROOT.resolve(kind);
  }

  /** All rule files of the folder. */
  List<Path> inputs() {
    return files(INPUT);
  }

  /** A test for each input, and one that no expectation lacks its input. */
  Stream<DynamicTest> tests(Function<String, String> actual) {
    Stream<DynamicTest> each =
        inputs().stream()
            .map(
                input ->
                    DynamicTest.dynamicTest(
                        stem(input), () -> check(input, actual.apply(text(input)))));
    DynamicTest orphans =
        DynamicTest.dynamicTest(
            "every expectation has its input",
            () -> assertThat(stems(files(EXPECTATION))).isSubsetOf(stems(inputs())));
    return Stream.concat(each, Stream.of(orphans));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private void check(Path input, String actual) throws IOException {
    Path expected = folder.resolve(stem(input) + EXPECTATION);
    if (UPDATE) {
      Files.writeString(expected, actual);
      fail("rewrote %s; run again without -Dgolden=update", expected);
    }
    assertThat(expected).as("the expectation; -Dgolden=update writes it").exists();
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private List<Path> files(String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> stems(List<Path> files) {
    return files.stream().map(Golden::stem).collect(Collectors.toCollection(TreeSet::new));
  }
}
