package dev.tollgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a run writes, and what it leaves behind: nothing. */
final class Folders {

  private Folders() {}

  /** What is measured by writing. */
  interface Run {
    void in(Path folder) throws IOException;
  }

  /**
   * Measures in a new folder.
   *
   * @param arguments another on the disk that counts; by default one for temporary files
   */
  static void use(String[] arguments, Run run) throws IOException {
    Path folder = temporary(arguments);
    try {
      System.out.println(Machine.line());
      run.in(folder);
    } finally {
      remove(folder);
    }
  }

  static Path temporary(String[] arguments) throws IOException {
    return arguments.length > 0
        ? Files.createTempDirectory(Path.of(arguments[0]), "bench")
        : Files.createTempDirectory("bench");
  }

  static void remove(Path folder) {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}
