package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for authors of rule files names commands; each does what it says to a copy of them. */
class RulesReadmeTest {

  private static final Pattern COMMAND = Pattern.compile("`\\./tollgate ([^`>]+)");
  private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");

  @TempDir private Path folder;

  @Test
  void everyCommandRunsAndFindsNothingInFilesThatAreRight() throws IOException {
    Shell shell = Shell.in(copied());
    List<String> commands = named(COMMAND).stream().map(String::strip).toList();
    assertThat(commands).hasSizeGreaterThan(5);
    for (String command : commands) {
      Shell.Result result = shell.run(command.replace("NAME", "upsert").split(" "));
      assertThat(result.err()).as(command).isEmpty();
      assertThat(result.code()).as(command).isZero();
    }
  }

  @Test
  void everyOptionIsOneOfCheckOrOfTest() throws IOException {
    Shell shell = Shell.inProject();
    String help = shell.run("check", "--help").out() + shell.run("test", "--help").out();
    assertThat(named(OPTION)).isNotEmpty().allSatisfy(option -> assertThat(help).contains(option));
  }

  private static List<String> named(Pattern pattern) throws IOException {
    String page = Files.readString(Shell.PROJECT_RULES.resolve("README.md")).replace('\n', ' ');
    return List.copyOf(
        new TreeSet<>(
            pattern.matcher(page).results().map((MatchResult found) -> found.group(1)).toList()));
  }

  private Path copied() throws IOException {
    try (Stream<Path> files = Files.walk(Shell.PROJECT_RULES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".toll")).toList()) {
        if (file.toString().contains("target")) {
          continue;
        }
        Path copy =
            folder.resolve("rules").resolve(Shell.PROJECT_RULES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return folder;
  }
}
