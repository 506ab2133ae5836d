package dev.tollgate.server.command;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.server.http.BrokenRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule files as a command was told to read them.
 *
 * <p>Files of a rule folder make sense only together: a test is about a product that another file
 * declares. So whoever names a path inside the folder has all of it read, and a report on that
 * path.
 */
final class RuleFiles {

  private final Compiled compiled;
  private final List<Path> named;
  private final Surroundings surroundings;

  private RuleFiles(Compiled compiled, List<Path> named, Surroundings surroundings) {
    this.compiled = compiled;
    this.named = List.copyOf(named);
    this.surroundings = surroundings;
  }

  /**
   * Reads what a command is to report on.
   *
   * @param paths files and folders; none for the whole rule folder
   * @param rules the rule folder, when the caller names another than the project's
   * @throws BadUsage if something cannot be read, or there is no rule file at all
   */
  static RuleFiles read(List<String> paths, Optional<String> rules, Surroundings surroundings) {
    List<Path> named = new ArrayList<>();
    paths.forEach(path -> named.add(existing(surroundings.path(path), path)));
    boolean isInside = named.stream().anyMatch(surroundings::isInRules);
    List<Path> all = new ArrayList<>(named);
    if (paths.isEmpty() || rules.isPresent() || isInside) {
      all.add(existingFolder(rules, surroundings));
    }
    if (paths.isEmpty()) {
      named.addAll(all);
    }
    String shown = named.stream().map(surroundings::shown).collect(Collectors.joining("`, `"));
    Compiled compiled = compiled(shown, () -> RuleFolder.read(all, surroundings::shown));
    return new RuleFiles(compiled, named, surroundings);
  }

  /**
   * The policy of a rule folder, its files named as the service names them.
   *
   * @throws BadUsage if something cannot be read, or there is no rule file at all
   * @throws BrokenRules if the files have errors
   */
  static Policy policy(Optional<String> rules, Surroundings surroundings) {
    Path folder = existingFolder(rules, surroundings);
    Compiled compiled = compiled(surroundings.shown(folder), () -> RuleFolder.read(folder));
    return compiled.policy().orElseThrow(() -> new BrokenRules(compiled));
  }

  /**
   * The rule folder.
   *
   * @throws BadUsage if it is not there
   */
  static Path existingFolder(Optional<String> rules, Surroundings surroundings) {
    Path folder = rules.map(surroundings::path).orElse(surroundings.rules());
    return existing(folder, rules.orElseGet(() -> surroundings.shown(folder)));
  }

  /** Everything that was read. */
  Compiled compiled() {
    return compiled;
  }

  /** What there is to say about the files that the command was told to report on. */
  List<Diagnostic> reported() {
    return compiled.diagnostics().stream()
        .filter(diagnostic -> isReported(diagnostic.span().file()))
        .toList();
  }

  /** Whether the command was told to report on the file of that name. */
  boolean isReported(String file) {
    return named.stream().anyMatch(surroundings.path(file)::startsWith);
  }

  @FunctionalInterface
  private interface Reading {
    RuleFolder read() throws IOException;
  }

  private static Compiled compiled(String shown, Reading reading) {
    RuleFolder files;
    try {
      files = reading.read();
    } catch (AccessDeniedException denied) {
      throw new BadUsage("`%s` may not be read".formatted(denied.getFile()));
    } catch (IOException | UncheckedIOException broken) {
      throw new BadUsage("`%s` cannot be read: %s".formatted(shown, broken.getMessage()));
    }
    Compiled compiled = files.compile();
    if (compiled.sources().isEmpty() && compiled.diagnostics().isEmpty()) {
      throw new BadUsage("there is no rule file in `" + shown + "`", "their names end in .toll");
    }
    return compiled;
  }

  private static Path existing(Path path, String shown) {
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      throw new BadUsage("there is no file or folder `" + shown + "`" + nearest(path));
    }
  }

  private static String nearest(Path missing) {
    Path folder = missing.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> there = Files.list(folder)) {
      List<String> names = there.map(path -> path.getFileName().toString()).toList();
      return NearestName.of(missing.getFileName().toString(), names)
          .map(name -> "; did you mean `" + name + "`?")
          .orElse("");
    } catch (IOException unreadable) {
      return "";
    }
  }
}
