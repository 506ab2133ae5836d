package dev.tollgate.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stands in the module that is built first, and looks at all of them. */
class FileLengthTest {

  private static final int MOST_LINES = 400;
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @Test
  void noFileIsLongerThanWhatIsReadInOneSitting() throws IOException {
    Map<Path, Long> tooLong = new TreeMap<>();
    for (Path file : sources()) {
      try (Stream<String> lines = Files.lines(file)) {
        long count = lines.count();
        if (count > MOST_LINES) {
          tooLong.put(ROOT.relativize(file), count);
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : List.of("grammar", "engine", "rules", "server")) {
      Path source = ROOT.resolve(module).resolve("src");
      if (Files.isDirectory(source)) {
        try (Stream<Path> files = Files.walk(source)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
        }
      }
    }
    assertThat(found).as("sources below %s", ROOT).isNotEmpty();
    return found;
  }
}
