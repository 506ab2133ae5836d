package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.policy.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Edits of the rules of this project, each in a folder of its own with what an auditor is told of
 * it. An edit takes lines away ({@code -}) and puts others in their place ({@code +}), after the
 * name of a file ({@code ---}); {@code =} is the verdict that is expected. {@code -Dgolden=update}
 * rewrites what is told, and still fails.
 */
class EffectGoldenTest {

  private static final Path EDITS = Path.of("src/test/resources/golden/effect");
  private static final int LEAST = 40;

  /** An edit as it is written down. */
  private record Edit(Map<String, String> rules, String verdict) {}

  @Test
  void thereAreFortyEditsWithAllTheirFiles() throws IOException {
    assertThat(folders()).hasSizeGreaterThanOrEqualTo(LEAST);
    for (Path folder : folders()) {
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .as(folder.toString())
            .containsExactlyInAnyOrder("edit.txt", "effect.txt", "effect.md", "effect.html");
      }
    }
  }

  @TestFactory
  List<DynamicTest> everyEditIsToldAsItWasReviewed() throws IOException {
    Policy before = policy(rules());
    return folders().stream()
        .map(folder -> dynamicTest(folder.getFileName().toString(), () -> check(before, folder)))
        .toList();
  }

  private static void check(Policy before, Path folder) throws IOException {
    Edit edit = edit(Files.readAllLines(folder.resolve("edit.txt")));
    Policy after = policy(edit.rules());
    PolicyDifference difference = PolicyDifference.of(before, after);
    DiffReport report = new DiffReport(difference, Optional.empty(), Optional.empty());
    DiffWords words = new DiffWords(before, after);
    assertThat(difference.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .as("verdict of %s", folder.getFileName())
        .isEqualTo(edit.verdict());
    Map<String, String> told = new LinkedHashMap<>();
    told.put("effect.txt", new DiffText(words).of(report));
    told.put("effect.md", new DiffMarkdown(words).of(report));
    told.put("effect.html", body(new DiffHtml(words).of(report)));
    Map<String, String> reviewed = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : told.entrySet()) {
      reviewed.put(each.getKey(), reviewed(folder.resolve(each.getKey()), each.getValue()));
    }
    assertThat(told).isEqualTo(reviewed);
  }

  /** What differs from page to page; another test looks at the points of lines. */
  private static String body(String page) {
    return page.substring(page.indexOf("<h1>"))
        .replaceAll(" points=\"[^\"]*\"", " points=\"…\"")
        .replaceAll("<p class=\"hash\">.*</p>\n", "");
  }

  /** What was told when somebody looked at it last. */
  private static String reviewed(Path golden, String told) throws IOException {
    String reviewed = Files.exists(golden) ? Files.readString(golden) : "";
    if ("update".equals(System.getProperty("golden")) && !told.equals(reviewed)) {
      Files.writeString(golden, told);
    }
    return reviewed;
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(EDITS)) {
      return folders.sorted().toList();
    }
  }

  /** The rules without their tests, which another number would break. */
  private static Map<String, String> rules() throws IOException {
    Map<String, String> rules = new LinkedHashMap<>();
    for (Path file : RuleFolder.files(List.of(Shell.PROJECT_RULES))) {
      String name = Shell.PROJECT_RULES.relativize(file).toString().replace('\\', '/');
      if (!name.endsWith("_test.toll")) {
        rules.put(name, Files.readString(file));
      }
    }
    return rules;
  }

  private static Policy policy(Map<String, String> rules) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    rules.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    Compiled compiled = RuleFolder.of(files).compile();
    return compiled
        .policy()
        .orElseThrow(() -> new AssertionError(compiled.diagnostics().toString()));
  }

  private static Edit edit(List<String> lines) throws IOException {
    Map<String, String> rules = rules();
    String file = "";
    List<String> was = new ArrayList<>();
    List<String> is = new ArrayList<>();
    String verdict = "";
    for (String line : lines) {
      if (line.startsWith("--- ") || line.startsWith("= ")) {
        replace(rules, file, was, is);
        file = line.substring(4 - (line.startsWith("= ") ? 2 : 0));
        verdict = line.substring(2);
      } else {
        (line.startsWith("-") ? was : is).add(line.substring(1));
      }
    }
    return new Edit(rules, verdict);
  }

  private static void replace(
      Map<String, String> rules, String file, List<String> was, List<String> is) {
    if (!was.isEmpty()) {
      String text = rules.get(file);
      assertThat(text).contains(String.join("\n", was));
      rules.put(file, text.replace(String.join("\n", was), String.join("\n", is)));
    }
    was.clear();
    is.clear();
  }
}
