package dev.tollgate.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.server.http.ServerSettings;
import dev.tollgate.server.http.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** A place to run commands in, as the launcher does, by default at a moment that does not pass. */
final class Shell {

  static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

  /** The rule files of this project. */
  static final Path PROJECT_RULES = Path.of("../rules").toAbsolutePath().normalize();

  private final Surroundings surroundings;

  private Shell(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Stands in a folder; its {@code rules} are those of the project. */
  static Shell in(Path directory) {
    return in(directory, InstantSource.fixed(NOW));
  }

  /** The same at another time. */
  static Shell in(Path directory, InstantSource clock) {
    Path real = real(directory);
    return new Shell(
        new Surroundings(
            real,
            real.resolve("rules"),
            clock,
            ServerSettings.steady(clock),
            false,
            false,
            InputStream.nullInputStream()));
  }

  /** Stands in the folder of this project. */
  static Shell inProject() {
    return in(PROJECT_RULES.getParent());
  }

  Shell onTerminal() {
    return with(true, surroundings.debug(), surroundings.input());
  }

  Shell debugging() {
    return with(surroundings.colour(), true, surroundings.input());
  }

  /** Has this piped into its next command. */
  Shell reading(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return with(surroundings.colour(), surroundings.debug(), new ByteArrayInputStream(bytes));
  }

  private Shell with(boolean colour, boolean debug, InputStream input) {
    return new Shell(
        new Surroundings(
            surroundings.directory(),
            surroundings.rules(),
            surroundings.clock(),
            surroundings.nanos(),
            colour,
            debug,
            input));
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
    Result result = run(new PrintWriter(out, true), words);
    return new Result(result.code(), out.toString(), result.err());
  }

  /** The same with its output going elsewhere. */
  Result run(PrintWriter out, String... words) {
    StringWriter err = new StringWriter();
    int code = run(out, new PrintWriter(err, true), words);
    return new Result(code, "", err.toString());
  }

  /** The same with what is wrong going elsewhere too; answers with the code. */
  int run(PrintWriter out, PrintWriter err, String... words) {
    return Tollgate.commandLine(surroundings, words).setOut(out).setErr(err).execute(words);
  }

  /** Writes a file below the folder; missing folders are made. */
  Path write(String name, String text) {
    Path file = surroundings.directory().resolve(name);
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
