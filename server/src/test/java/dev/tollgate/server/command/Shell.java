package dev.tollgate.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.server.http.json.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine;

/** A place to run commands in, as the launcher does, at a moment that does not pass. */
final class Shell {

  static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

  /** The rule files of this project. */
  static final Path PROJECT_RULES = Path.of("../rules").toAbsolutePath().normalize();

  private final Path directory;
  private final Path rules;
  private final boolean colour;
  private final boolean debug;

  private Shell(Path directory, Path rules, boolean colour, boolean debug) {
    this.directory = directory;
    this.rules = rules;
    this.colour = colour;
    this.debug = debug;
  }

  /** Stands in a folder; its {@code rules} are those of the project. */
  static Shell in(Path directory) {
    Path real = real(directory);
    return new Shell(real, real.resolve("rules"), false, false);
  }

  /** Stands in the folder of this project. */
  static Shell inProject() {
    return in(PROJECT_RULES.getParent());
  }

  Shell onTerminal() {
    return new Shell(directory, rules, true, debug);
  }

  Shell debugging() {
    return new Shell(directory, rules, colour, true);
  }

  /** Stands beside the rules of a product small enough to count by hand. */
  static Shell inShop() {
    return in(Path.of("src/test/resources/dev/tollgate/server/command"));
  }

  /** What a command has printed, and the code it ended with. */
  record Result(int code, String out, String err) {

    /** What it printed, for programs. */
    JsonNode json() {
      return JsonText.parse(out.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Runs one command; the words are its arguments. */
  Result run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands =
        Tollgate.commandLine(
                new Surroundings(directory, rules, InstantSource.fixed(NOW), colour, debug))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int code = commands.execute(words);
    return new Result(code, out.toString(), err.toString());
  }

  /** Writes a file below the folder; missing folders are made. */
  Path write(String name, String text) {
    Path file = directory.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(file.toString(), impossible);
    }
  }

  private static Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException missing) {
      throw new UncheckedIOException(directory.toString(), missing);
    }
  }
}
