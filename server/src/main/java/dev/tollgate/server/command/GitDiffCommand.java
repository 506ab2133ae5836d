package dev.tollgate.server.command;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says for git what another text of one rule file changes, beside the other files as they are. */
@Command(
    name = "git-diff",
    description = {
      "Say for git what a changed rule file means to accounts.",
      "The other rule files are taken as they are now. Git calls it by itself after",
      "  git config diff.toll.command './tollgate git-diff'",
      "where .gitattributes says `*.toll diff=toll`; git diff --no-ext-diff shows lines again."
    },
    mixinStandardHelpOptions = true)
final class GitDiffCommand implements Callable<Integer> {

  /** Path, then file, hash and mode of the old text, and of the new one. */
  private static final int OLD = 1;

  private static final int NEW = 4;
  private static final int NEEDED = 7;
  private static final String NOTHING = "/dev/null";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
      description = "What git says to a program that shows differences.")
  private List<String> words = List.of();

  @Mixin private RulesOption rules;

  private final Surroundings surroundings;

  GitDiffCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("tollgate diff " + words.get(0));
    if (words.size() < NEEDED) {
      out.println("not merged yet");
      out.flush();
      return ExitCode.FINE;
    }
    out.print(report());
    out.flush();
    // Git takes any other code for a crash and stops.
    return ExitCode.FINE;
  }

  private String report() {
    Path folder = RuleFiles.existingFolder(rules.folder(), surroundings);
    Path changed = surroundings.path(words.get(0));
    if (!changed.startsWith(folder)) {
      return "not one of the rules in `" + surroundings.shown(folder) + "`\n";
    }
    String name = folder.relativize(changed).toString().replace('\\', '/');
    Map<String, byte[]> others = others(folder, name);
    Compiled before = compiled(others, name, words.get(OLD));
    Compiled after = compiled(others, name, words.get(NEW));
    if (before.policy().isEmpty() || after.policy().isEmpty()) {
      boolean old = before.policy().isEmpty();
      Compiled broken = old ? before : after;
      return "%s text cannot be judged beside the other files as they are:\n%s"
          .formatted(
              old ? "the old" : "the new",
              surroundings.printer(broken).print(broken.diagnostics()));
    }
    PolicyDifference difference = PolicyDifference.of(before.policy().get(), after.policy().get());
    DiffWords said = new DiffWords(before.policy().get(), after.policy().get());
    return new DiffText(said).of(new DiffReport(difference, Optional.empty(), Optional.empty()));
  }

  private Map<String, byte[]> others(Path folder, String changed) {
    Map<String, byte[]> others = new LinkedHashMap<>();
    for (Path file : RuleFiles.reading(changed, () -> RuleFolder.files(List.of(folder)))) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (!name.equals(changed)) {
        others.put(name, bytes(file));
      }
    }
    return others;
  }

  private Compiled compiled(Map<String, byte[]> others, String name, String file) {
    Map<String, byte[]> all = new LinkedHashMap<>(others);
    if (!file.equals(NOTHING)) {
      all.put(name, bytes(surroundings.path(file)));
    }
    return RuleFolder.of(all).compile();
  }

  private static byte[] bytes(Path file) {
    return RuleFiles.reading(file.toString(), () -> read(file));
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SourceText.MAX_LENGTH + 1);
    }
  }
}
