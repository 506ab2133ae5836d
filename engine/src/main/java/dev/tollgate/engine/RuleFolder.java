package dev.tollgate.engine;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.grammar.diagnostic.Decoded;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rule files below a folder, as they were when they were read.
 *
 * <p>{@code RuleFolder.read(Path.of("rules")).compile()} gives the policy of all files whose names
 * end in {@code .toll}, or says what is wrong with them. Immutable.
 */
public final class RuleFolder {

  private static final String ENDING = ".toll";

  private final List<SourceText> sources;
  private final List<Diagnostic> unreadable;

  private RuleFolder(List<SourceText> sources, List<Diagnostic> unreadable) {
    this.sources = List.copyOf(sources);
    this.unreadable = List.copyOf(unreadable);
  }

  /**
   * Reads the files below a folder, or one file.
   *
   * <p>Names are relative to the folder, with {@code /}; a file alone has its own name. Links to
   * folders are not followed, and names that begin with a dot are left out.
   *
   * @throws IOException if the folder, or a file in it, cannot be read
   */
  public static RuleFolder read(Path folder) throws IOException {
    return read(List.of(folder), file -> name(folder, file));
  }

  /**
   * Reads the files below several folders, and files, each once.
   *
   * @param name what messages call a file; different for different files
   * @throws IOException if a folder or a file cannot be read
   */
  public static RuleFolder read(List<Path> paths, Function<Path, String> name) throws IOException {
    List<SourceText> sources = new ArrayList<>();
    List<Diagnostic> unreadable = new ArrayList<>();
    Decoded.Visitor<Boolean> sort =
        new Decoded.Visitor<>() {
          @Override
          public Boolean text(Decoded.Text text) {
            return sources.add(text.source());
          }

          @Override
          public Boolean refused(Decoded.Refused refused) {
            return unreadable.add(refused.diagnostic());
          }
        };
    for (Path file : files(paths)) {
      SourceText.decode(name.apply(file), Files.readAllBytes(file)).accept(sort);
    }
    return new RuleFolder(sources, unreadable);
  }

  /**
   * The files that {@link #read(List, Function)} would read, each once.
   *
   * @throws IOException if a folder cannot be read
   */
  public static List<Path> files(List<Path> paths) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      files.addAll(files(path));
    }
    return List.copyOf(files);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> below = Files.walk(folder)) {
      return below
          .filter(path -> path.getFileName().toString().endsWith(ENDING))
          .filter(path -> !isHidden(folder.relativize(path)))
          .filter(Files::isRegularFile)
          .toList();
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static String name(Path folder, Path file) {
    Path relative = file.equals(folder) ? file.getFileName() : folder.relativize(file);
    return relative.toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /** The texts that could be read. */
  public List<SourceText> sources() {
    return sources;
  }

  /** The policy of the files, or what is wrong with them. */
  public Compiled compile() {
    Compiled compiled = Compiler.compile(sources);
    if (unreadable.isEmpty()) {
      return compiled;
    }
    List<Diagnostic> diagnostics = new ArrayList<>(unreadable);
    diagnostics.addAll(compiled.diagnostics());
    diagnostics.sort(Diagnostic.BY_PLACE);
    return new Compiled(
        Optional.empty(), diagnostics, compiled.tests(), compiled.checks(), compiled.sources());
  }
}
