package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.server.http.SettableClock;
import dev.tollgate.server.http.json.JsonText;
import dev.tollgate.server.http.reload.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who does what a page shows, in a folder that has a rule folder in it. */
final class Tour {

  private static final String PORT = "7070";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Reading and typing take time, so no two commands see the same moment. */
  private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(7_001);

  private final Path home;
  private final SettableClock clock;
  private final Shell shell;
  private Optional<ServingThread> service = Optional.empty();

  Tour(Path home, String begins) {
    this.home = home;
    this.clock = new SettableClock(begins);
    this.shell = Shell.in(home, clock);
  }

  /** Runs a command; what it prints, as a page shows it. */
  String run(Step step) throws InterruptedException {
    clock.advance(BETWEEN_COMMANDS);
    List<String> words = ShellWords.of(step.command());
    List<String> arguments = words.subList(1, words.size());
    String printed =
        switch (words.get(0)) {
          case "curl" -> curl(arguments);
          case "./tollgate" -> arguments.equals(List.of("serve")) ? serve() : tollgate(arguments);
          default -> throw new IllegalArgumentException("nothing runs " + words.get(0));
        };
    return Shown.of(printed);
  }

  /** Makes the change of a diff whose first line names the file. */
  void change(Block diff) throws IOException {
    Path file = home.resolve(diff.lines().get(0).replaceFirst("^--- ", ""));
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (String line : diff.lines().subList(1, diff.lines().size())) {
      if (!line.startsWith("+")) {
        before.add(line.substring(1) + "\n");
      }
      if (!line.startsWith("-")) {
        after.add(line.substring(1) + "\n");
      }
    }
    String text = Files.readString(file);
    assertThat(text).containsOnlyOnce(String.join("", before));
    // In one step, or the service might read half a file.
    Path draft = Files.createTempFile(home, "draft", "");
    Files.writeString(draft, text.replace(String.join("", before), String.join("", after)));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  void end() throws InterruptedException {
    if (service.isPresent()) {
      service.get().end();
    }
  }

  private String serve() throws InterruptedException {
    ServingThread serving = ServingThread.start(shell);
    service = Optional.of(serving);
    return serving.announcement().replace(":" + serving.port() + " ", ":" + PORT + " ");
  }

  private String tollgate(List<String> arguments) {
    Shell.Result result = shell.run(arguments.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  /** Whoever asks after a change has been slower than the service, so this waits for it. */
  private String curl(List<String> arguments) {
    Optional<String> files =
        Rules.below(home.resolve("rules")).compile().policy().map(Policy::hash);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!hasSeen(files)) {
      assertThat(System.nanoTime()).as("the service sees a saved file").isLessThan(end);
    }
    return redirected().run(arguments);
  }

  /**
   * @param files the hash of the files as they are; empty when they are broken
   */
  private boolean hasSeen(Optional<String> files) {
    String answer = redirected().run(List.of("localhost:" + PORT + "/health"));
    JsonNode health = JsonText.parse(answer.getBytes(StandardCharsets.UTF_8));
    boolean refused = !health.path("refused").isNull();
    return files
        .map(hash -> !refused && health.at("/policy/hash").asText().equals(hash))
        .orElse(refused);
  }

  private Curl redirected() {
    String port = service.orElseThrow().port();
    return new Curl(address -> address.replace("localhost:" + PORT, "127.0.0.1:" + port));
  }
}
