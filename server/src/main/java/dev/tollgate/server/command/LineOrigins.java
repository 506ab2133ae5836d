package dev.tollgate.server.command;

import dev.tollgate.engine.policy.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.BlameCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/** Finds the commits that lines of rule files, as they stand now, come from. */
final class LineOrigins {

  /**
   * Where a line comes from.
   *
   * @param commit empty for a line that is not committed yet
   * @param orBefore whether the clone does not go back far enough to tell
   */
  record Origin(Optional<Commit> commit, boolean orBefore) {}

  /** A commit. */
  record Commit(String id, String author, Instant when, String subject) {

    static Commit of(RevCommit commit) {
      return new Commit(
          commit.abbreviate(Revision.SHORT).name(),
          commit.getAuthorIdent().getName(),
          commit.getAuthorIdent().getWhenAsInstant(),
          commit.getShortMessage());
    }
  }

  private LineOrigins() {}

  /**
   * The origins of these lines.
   *
   * @param rules the rule folder, or one rule file, as it stands in the working tree
   * @throws BadUsage if it is in no repository
   */
  static Map<Place, Origin> of(Path rules, List<Place> places) {
    try (Repository repository = Revision.repository(rules)) {
      Map<String, Optional<BlameResult>> files = new HashMap<>();
      Map<Place, Origin> origins = new LinkedHashMap<>();
      for (Place place : places) {
        Optional<BlameResult> file = files.get(place.file());
        if (file == null) {
          file = blamed(repository, Revision.path(repository, rules, place.file()));
          files.put(place.file(), file);
        }
        origins.put(place, origin(repository, file, place));
      }
      return origins;
    } catch (IOException | GitAPIException broken) {
      throw new BadUsage("the history cannot be read: " + broken.getMessage());
    }
  }

  /** Empty for a file that no commit has. */
  private static Optional<BlameResult> blamed(Repository repository, String path)
      throws GitAPIException {
    return Optional.ofNullable(new BlameCommand(repository).setFilePath(path).call());
  }

  private static Origin origin(Repository repository, Optional<BlameResult> file, Place place)
      throws IOException {
    Optional<RevCommit> commit =
        file.filter(known -> place.line() <= known.getResultContents().size())
            .flatMap(known -> Optional.ofNullable(known.getSourceCommit(place.line() - 1)));
    boolean cut =
        commit.isPresent()
            && repository.getObjectDatabase().getShallowCommits().contains(commit.get().getId());
    return new Origin(commit.map(Commit::of), cut);
  }
}
