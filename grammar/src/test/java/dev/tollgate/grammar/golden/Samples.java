package dev.tollgate.grammar.golden;

import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sound rule files among the goldens, for tests that twist them. */
public final class Samples {

  private Samples() {}

  /** Four files as people write them. */
  public static List<SourceText> files() {
    return in("sample");
  }

  /** Files that have every form of the grammar in them. */
  public static List<SourceText> forms() {
    return in("form");
  }

  /** The rule files of this project. */
  public static List<SourceText> rules() {
    try (Stream<Path> files = Files.walk(Path.of("../rules"))) {
      return files
          .filter(file -> file.toString().endsWith(".toll"))
          .filter(file -> !file.toString().contains("target"))
          .sorted()
          .map(Samples::source)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All files among the goldens. */
  public static List<SourceText> all() {
    List<SourceText> all = new ArrayList<>(files());
    all.addAll(forms());
    return all;
  }

  private static List<SourceText> in(String kind) {
    return new Golden(kind).inputs().stream().map(Samples::source).toList();
  }

  private static SourceText source(Path file) {
    String text = new String(Golden.bytes(file), StandardCharsets.UTF_8);
    return SourceText.of(file.getFileName().toString(), text);
  }
}
