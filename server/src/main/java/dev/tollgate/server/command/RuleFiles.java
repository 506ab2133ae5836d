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
import java.nio.file.NoSuchFileException;
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

  private final RuleFolder folder;
  private final Compiled compiled;
  private final List<Path> named;
  private final Surroundings surroundings;

  private RuleFiles(
      RuleFolder folder, Compiled compiled, List<Path> named, Surroundings surroundings) {
    this.folder = folder;
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
    List<Path> all = all(paths, rules, surroundings);
    List<Path> named = paths.isEmpty() ? all : all.subList(0, paths.size());
    String shown = shown(named, surroundings);
    RuleFolder folder = reading(shown, () -> RuleFolder.read(all, surroundings::shown));
    return new RuleFiles(folder, compiled(shown, folder), named, surroundings);
  }

  /** These after the certain changes in the files that the command was told to report on. */
  RuleFiles mended() {
    RuleFolder mended = folder.mended(this::isReported);
    return new RuleFiles(mended, mended.compile(), named, surroundings);
  }

  /**
   * The files and folders that are read: those named, then the rule folder where it belongs to
   * them.
   *
   * @throws BadUsage if one of them is not there
   */
  static List<Path> all(List<String> paths, Optional<String> rules, Surroundings surroundings) {
    List<Path> all = named(paths, surroundings);
    boolean isInside = all.stream().anyMatch(surroundings::isInRules);
    if (paths.isEmpty() || rules.isPresent() || isInside) {
      all.add(existingFolder(rules, surroundings));
    }
    return all;
  }

  /**
   * The rule files that are named, and those below the folders that are.
   *
   * @param paths files and folders; none for the whole rule folder of the project
   * @throws BadUsage if something cannot be read, or there is no rule file at all
   */
  static List<Path> files(List<String> paths, Surroundings surroundings) {
    List<Path> named = named(paths, surroundings);
    if (paths.isEmpty()) {
      named.add(existingFolder(Optional.empty(), surroundings));
    }
    String shown = shown(named, surroundings);
    List<Path> files = reading(shown, () -> RuleFolder.files(named));
    if (files.isEmpty()) {
      throw noRuleFile(shown);
    }
    return files;
  }

  /**
   * The policy of a rule folder, its files named as the service names them.
   *
   * @throws BadUsage if something cannot be read, or there is no rule file at all
   * @throws BrokenRules if the files have errors
   */
  static Policy policy(Optional<String> rules, Surroundings surroundings) {
    Path folder = existingFolder(rules, surroundings);
    String shown = surroundings.shown(folder);
    return policy(shown, reading(shown, () -> RuleFolder.read(folder)));
  }

  /**
   * The policy of rule files that were read.
   *
   * @param shown what messages call them
   * @throws BadUsage if there is no rule file at all
   * @throws BrokenRules if the files have errors
   */
  static Policy policy(String shown, RuleFolder folder) {
    Compiled compiled = compiled(shown, folder);
    return BrokenRules.unlessRight(compiled);
  }

  /**
   * The policy of one rule folder or file.
   *
   * @throws BadUsage if it cannot be read, or there is no rule file at all
   * @throws BrokenRules if the files have errors
   */
  static Policy policyAt(String path, Surroundings surroundings) {
    Path there = existing(surroundings.path(path), path);
    return policy(path, reading(path, () -> RuleFolder.read(there)));
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
  interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * What was read from files.
   *
   * @param shown what messages call them
   * @throws BadUsage if they cannot be read
   */
  static <T> T reading(String shown, Reading<T> reading) {
    try {
      return reading.read();
    } catch (AccessDeniedException denied) {
      throw new BadUsage("`%s` may not be read".formatted(denied.getFile()));
    } catch (NoSuchFileException gone) {
      throw new BadUsage("there is no file `%s`, or none any more".formatted(gone.getFile()));
    } catch (IOException | UncheckedIOException broken) {
      throw new BadUsage("`%s` cannot be read: %s".formatted(shown, broken.getMessage()));
    }
  }

  private static Compiled compiled(String shown, RuleFolder folder) {
    Compiled compiled = folder.compile();
    if (compiled.sources().isEmpty() && compiled.diagnostics().isEmpty()) {
      throw noRuleFile(shown);
    }
    return compiled;
  }

  private static BadUsage noRuleFile(String shown) {
    return new BadUsage("there is no rule file in `" + shown + "`", "their names end in .toll");
  }

  private static String shown(List<Path> paths, Surroundings surroundings) {
    return paths.stream().map(surroundings::shown).collect(Collectors.joining("`, `"));
  }

  private static List<Path> named(List<String> paths, Surroundings surroundings) {
    List<Path> named = new ArrayList<>();
    paths.forEach(path -> named.add(existing(surroundings.path(path), path)));
    return named;
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
