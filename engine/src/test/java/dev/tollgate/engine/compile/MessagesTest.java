package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final List<Path> GOLDENS =
      List.of(
          Path.of("src/test/resources/golden/compile"),
          Path.of("../grammar/src/test/resources/golden/fault"));

  private static final Pattern SAID =
      Pattern.compile("\\S+:\\d+:\\d+: (?:(?:error|warning) [TW]\\d{3}: )?(.*)| +\\d* *= (.*)");

  static Stream<String> lines() throws IOException {
    List<String> said = new ArrayList<>();
    for (Path folder : GOLDENS) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".txt")).sorted().toList()) {
          for (String line : Files.readAllLines(file)) {
            Matcher matcher = SAID.matcher(line);
            if (matcher.matches()) {
              said.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
          }
        }
      }
    }
    return said.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyLineOfTheGoldensIsAFactInTheWordsOfAuthors(String line) {
    Messages.assertReadable(line);
  }

  @Test
  void thereAreManyOfThem() throws IOException {
    assertThat(lines()).hasSizeGreaterThan(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unknown edition",
        "the edition is unknown.",
        "expected LBRACE after `crm`",
        "mismatched token at `crm`",
        "the price is null",
        "no Optional[5] here",
        "the editionChoice is missing",
        "two\nlines"
      })
  void whatProgramsSayIsNoticed(String line) {
    assertThatThrownBy(() -> Messages.assertReadable(line)).isInstanceOf(AssertionError.class);
  }
}
