package dev.tollgate.server.command;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.grammar.diagnostic.DiagnosticPrinter;
import dev.tollgate.grammar.diagnostic.DiagnosticPrinter.Colour;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a command sees of the machine it runs on.
 *
 * @param directory where the caller stands; paths in arguments are relative to it
 * @param rules the rule folder of the project, for when no other is named
 * @param clock the time, in whole milliseconds
 * @param nanos nanoseconds since any moment, which nobody can set
 * @param colour whether output goes to a terminal that shows colours
 * @param debug whether a fault prints where in the program it happened
 * @param input what is typed or piped into the process
 */
record Surroundings(
    Path directory,
    Path rules,
    InstantSource clock,
    LongSupplier nanos,
    boolean colour,
    boolean debug,
    InputStream input) {

  /** Set by the launcher: the project's folder, and whether output goes to a terminal. */
  private static final String HOME = "tollgate.home";

  private static final String TERMINAL = "tollgate.terminal";

  private static final String DEBUG = "TOLLGATE_DEBUG";

  /** Those of this process. */
  static Surroundings ofProcess() {
    Map<String, String> environment = System.getenv();
    Path directory = Path.of("").toAbsolutePath();
    Path home = directory.resolve(System.getProperty(HOME, ""));
    boolean terminal = Boolean.getBoolean(TERMINAL);
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Surroundings(
        directory,
        home.resolve("rules").normalize(),
        Clock.tickMillis(ZoneOffset.UTC),
        System::nanoTime,
        terminal && !plain,
        !environment.getOrDefault(DEBUG, "").isEmpty(),
        System.in);
  }

  /** Prints diagnostics of these files. */
  DiagnosticPrinter printer(Compiled compiled) {
    return printer(compiled.sources());
  }

  /** Prints diagnostics of these texts. */
  DiagnosticPrinter printer(List<SourceText> sources) {
    return new DiagnosticPrinter(sources, colour ? Colour.ANSI : Colour.PLAIN);
  }

  /**
   * An argument as a path that does not depend on where the process stands.
   *
   * @throws BadUsage if no file could have such a name
   */
  Path path(String argument) {
    try {
      return directory.resolve(argument).normalize();
    } catch (InvalidPathException impossible) {
      throw new BadUsage("no file could be called that: " + impossible.getReason());
    }
  }

  /** Whether a file or folder that exists lies in the rule folder of the project, or is that. */
  boolean isInRules(Path real) {
    try {
      return real.startsWith(rules.toRealPath());
    } catch (IOException missing) {
      return false;
    }
  }

  /** How messages name a file: from where the caller stands when it lies below, else in full. */
  String shown(Path file) {
    String relative =
        file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
    return (relative.isEmpty() ? "." : relative).replace('\\', '/');
  }
}
