package dev.tollgate.grammar.golden;

import dev.tollgate.grammar.diagnostic.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /** All of them. */
  public static List<SourceText> all() {
    List<SourceText> all = new ArrayList<>(files());
    all.addAll(forms());
    return all;
  }

  private static List<SourceText> in(String kind) {
    List<SourceText> sources = new ArrayList<>();
    for (Path input : new Golden(kind).inputs()) {
      String text = new String(Golden.bytes(input), StandardCharsets.UTF_8);
      sources.add(SourceText.of(input.getFileName().toString(), text));
    }
    return sources;
  }
}
