package dev.tollgate.server.http.reload;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compile.Compiled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads and compiles the rule files as they are now. */
@FunctionalInterface
public interface Rules {

  /**
   * The policy of the files, or what is wrong with them.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  Compiled compile();

  /** The rule files below a folder. */
  static Rules below(Path folder) {
    return () -> {
      try {
        return RuleFolder.read(folder).compile();
      } catch (IOException unreadable) {
        throw new UncheckedIOException("cannot read " + folder, unreadable);
      }
    };
  }
}
