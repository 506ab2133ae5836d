package dev.tollgate.server.command;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.server.http.BrokenRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The rule folder as it was in a revision of the git repository around it. Only the tree of that
 * one commit is read, so that it need not have its history.
 */
final class Revision {

  /** Digits of the id of a commit that people need. */
  static final int SHORT = 8;

  private final Repository repository;
  private final ObjectId commit;
  private final String name;

  private Revision(Repository repository, ObjectId commit, String name) {
    this.repository = repository;
    this.commit = commit;
    this.name = name;
  }

  /**
   * The policy of a revision.
   *
   * @param name as git knows it: {@code main}, {@code HEAD~2}, the beginning of an id
   * @param rules the rule folder as it stands in the working tree
   * @return empty when the folder is in no repository, or this has no such revision
   * @throws BadUsage if the revision has no rule file there
   * @throws BrokenRules if its files have errors
   */
  static Optional<Policy> policy(String name, Path rules) {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(rules.toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    try (Repository repository = builder.build()) {
      Optional<ObjectId> commit = Optional.ofNullable(repository.resolve(name + "^{commit}"));
      return commit.isEmpty()
          ? Optional.empty()
          : Optional.of(new Revision(repository, commit.get(), name).policy(rules));
    } catch (MissingObjectException shallow) {
      throw new BadUsage(
          "`%s` is not in this clone".formatted(name), "fetch it: `git fetch origin " + name + "`");
    } catch (RevisionSyntaxException none) {
      return Optional.empty();
    } catch (IOException broken) {
      throw new BadUsage("`%s` cannot be read: %s".formatted(name, broken.getMessage()));
    }
  }

  /**
   * Each commit that changed a rule file, the newest first, as far as this clone goes back.
   *
   * @param rules the rule folder as it stands in the working tree
   * @param told what is done with each while the repository is open
   * @throws BadUsage if the folder is in no repository, or this has no commit
   */
  static void forEach(Path rules, Consumer<Past> told) {
    try (Repository repository = repository(rules);
        RevWalk commits = new RevWalk(repository)) {
      ObjectId head =
          Optional.ofNullable(repository.resolve("HEAD^{commit}"))
              .orElseThrow(() -> new BadUsage("the repository has no commit"));
      commits.markStart(commits.parseCommit(head));
      commits.setTreeFilter(
          AndTreeFilter.create(
              AndTreeFilter.create(
                  TreeFilter.ANY_DIFF, PathFilter.create(folder(repository, rules))),
              PathSuffixFilter.create(RuleFolder.ENDING)));
      for (RevCommit commit : commits) {
        LineOrigins.Commit its = LineOrigins.Commit.of(commit);
        told.accept(new Past(its, () -> new Revision(repository, commit, its.id()).read(rules)));
      }
    } catch (IOException broken) {
      throw new BadUsage("the history cannot be read: " + broken.getMessage());
    }
  }

  /**
   * A commit.
   *
   * @param policy compiles its rules; throws {@link BadUsage} where there are none, and {@link
   *     BrokenRules} where they have errors
   */
  record Past(LineOrigins.Commit commit, Supplier<Policy> policy) {}

  /**
   * The repository around the rule folder.
   *
   * @throws BadUsage if there is none
   */
  static Repository repository(Path rules) throws IOException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(rules.toFile());
    if (builder.getGitDir() == null) {
      throw new BadUsage("there is no git repository around `" + rules + "`");
    }
    return builder.build();
  }

  /** What the repository calls a rule file that the rules call so. */
  static String path(Repository repository, Path rules, String file) throws IOException {
    String folder = folder(repository, rules);
    if (Files.isRegularFile(rules)) {
      return folder;
    }
    return folder.isEmpty() ? file : folder + "/" + file;
  }

  private Policy read(Path rules) {
    try {
      return policy(rules);
    } catch (IOException broken) {
      throw new BadUsage("`%s` cannot be read: %s".formatted(name, broken.getMessage()));
    }
  }

  private static String folder(Repository repository, Path rules) throws IOException {
    Path tree = repository.getWorkTree().toPath().toRealPath();
    return tree.relativize(rules.toRealPath()).toString().replace('\\', '/');
  }

  private Policy policy(Path rules) throws IOException {
    String folder = folder(repository, rules);
    Map<String, byte[]> found = new LinkedHashMap<>();
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk files = new TreeWalk(repository)) {
      RevCommit read = commits.parseCommit(commit);
      files.addTree(read.getTree());
      files.setRecursive(true);
      if (!folder.isEmpty()) {
        files.setFilter(PathFilter.create(folder));
      }
      while (files.next()) {
        String path = files.getPathString();
        String file = folder.isEmpty() ? path : path.substring(folder.length() + 1);
        if (RuleFolder.isRuleFile(file)) {
          found.put(
              file, repository.open(files.getObjectId(0)).getBytes(SourceText.MAX_LENGTH + 1));
        }
      }
    }
    return RuleFiles.policy("%s` of `%s".formatted(folder, name), RuleFolder.of(found));
  }
}
