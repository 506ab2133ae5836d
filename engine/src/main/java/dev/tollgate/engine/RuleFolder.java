package dev.tollgate.engine;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.compile.Mending;
import dev.tollgate.grammar.diagnostic.Decoded;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The rule files below a folder, as they were when they were read.
 *
 * <p>{@code RuleFolder.read(Path.of("rules")).compile()} gives the policy of all files whose names
 * end in {@code .toll}, or says what is wrong with them. Immutable.
 */
public final class RuleFolder {

  /** How the names of rule files end. */
  public static final String ENDING = ".toll";

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
   * folders are not followed, and names that begin with a dot are left out. Of a file longer than
   * {@link SourceText#MAX_LENGTH} no more is read; it is refused when it is compiled.
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
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Path file : files(paths)) {
      files.put(name.apply(file), bytes(file));
    }
    return of(files);
  }

  /**
   * Files that were read elsewhere.
   *
   * @param files what is in them by name; of a file longer than {@link SourceText#MAX_LENGTH} no
   *     more than shows that it is
   */
  public static RuleFolder of(Map<String, byte[]> files) {
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
    files.forEach((name, bytes) -> SourceText.decode(name, bytes).accept(sort));
    return new RuleFolder(sources, unreadable);
  }

  /**
   * Whether a file of that name is a rule file.
   *
   * @param name relative to the rule folder, with {@code /}
   */
  public static boolean isRuleFile(String name) {
    return name.endsWith(ENDING) && !name.startsWith(".") && !name.contains("/.");
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

  /** Of a file that is too large, as much as shows it. */
  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SourceText.MAX_LENGTH + 1);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (isRuleFile(name(folder, path)) && isFile(path)) {
              files.add(path);
            }
            return FileVisitResult.CONTINUE;
          }

          /** What others remove while the folder is read is none of its files any more. */
          @Override
          public FileVisitResult visitFileFailed(Path path, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException && !path.equals(folder)) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    return files;
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path) || isLostLink(path);
  }

  /** What a link that leads nowhere should have led to is missing, and reading it says so. */
  private static boolean isLostLink(Path path) {
    return Files.isSymbolicLink(path) && !Files.exists(path);
  }

  private static String name(Path folder, Path file) {
    Path relative = file.equals(folder) ? file.getFileName() : folder.relativize(file);
    return relative.toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /** The texts that could be read. */
  public List<SourceText> sources() {
    return sources;
  }

  /**
   * The same files after the changes that are certain.
   *
   * @param mayChange which files may be changed, by name
   */
  public RuleFolder mended(Predicate<String> mayChange) {
    return new RuleFolder(Mending.of(sources, mayChange), unreadable);
  }

  /** The policy of the files, or what is wrong with them. */
  public Compiled compile() {
    return Compiler.compile(sources, unreadable);
  }
}
