package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done in a repository with git itself: its history, its differences, a pull request. */
class GitTest {

  private static final String POLICY =
      """
      product crm  accept W433 "an example" {
        zone UTC
        unit credit, credits
        seat user, users
        edition free
        edition professional
        calls records.insert  with records up to 100

        quota credits in credits {
          per     account
          window  rolling 24 hours
          allot free          base 5_000
          allot professional  base 10_000
            plus 500 per user  cap 500_000
          call records.insert  costs 1 per 10 records
        }

        addon extra {
          adds   to credits
          most   100_000
          bill   bought, per day, a month is 30 days
          price  USD per 1_000 {
            first 25_000  at 0.14
            next  75_000  at 0.06
          }
        }
      }
      """;

  private static final Path WORKFLOW =
      Shell.PROJECT_RULES.getParent().resolve(".github/workflows/effect.yml");

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void beginARepository() throws Exception {
    home = Files.createDirectories(folder.resolve("home"));
    git(home, "init", "--quiet", "--initial-branch=main");
    commit("rules: begin", "Ann", POLICY);
  }

  private void commit(String subject, String author, String text) throws Exception {
    Path file = home.resolve("rules/crm.toll");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    git(home, "add", "--all");
    git(
        home,
        "-c",
        "user.name=" + author,
        "-c",
        "user.email=a@example.org",
        "commit",
        "--quiet",
        "--message=" + subject);
  }

  private String git(Path where, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    return run(where, Map.of(), command);
  }

  /** What a program printed, which must have gone well. Git sees no settings of the machine. */
  private String run(Path where, Map<String, String> more, List<String> command) throws Exception {
    Path printed = Files.createTempFile(folder, "printed", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
    builder.environment().put("GIT_PAGER", "cat");
    builder.environment().putAll(more);
    Process process = builder.start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(printed);
    assertThat(ended).as("%s ended: %s", command, text).isTrue();
    assertThat(process.exitValue()).as("%s: %s", command, text).isZero();
    return text;
  }

  /** The program as the launcher runs it, from the classes of this build. */
  private void installLauncher(Path where) throws IOException {
    Path launcher = where.resolve("tollgate");
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        exec '%s/bin/java' -XX:TieredStopAtLevel=1 -Dtollgate.home="$(dirname "$0")" -cp '%s' %s "$@"
        """
            .formatted(
                System.getProperty("java.home"),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private static List<String> lines(Shell.Result result) {
    assertThat(result.err()).isEmpty();
    return result
        .out()
        .lines()
        .map(
            line ->
                line.replaceAll("\\b[0-9a-f]{8}\\b", "COMMIT")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\d", "DATE"))
        .toList();
  }

  @Test
  void theLogNamesTheCommitsThatChangedACostOrAPrice() throws Exception {
    commit("rules: smaller groups", "Bob", POLICY.replace("1 per 10", "1 per 5"));
    commit("rules: dearer", "Eve", POLICY.replace("1 per 10", "1 per 5").replace("0.06", "0.08"));
    Shell shell = Shell.in(home);
    assertThat(
            lines(
                shell.run(
                    "log",
                    "crm.credits",
                    "--edition",
                    "free",
                    "--call",
                    "records.insert:records=25")))
        .containsExactly(
            "DATE COMMIT Bob: 3 → 5 (rules: smaller groups)",
            "DATE COMMIT Ann: nothing → 3 (rules: begin)");
    assertThat(lines(shell.run("log", "crm.extra", "--edition", "free", "--buy", "75_000")))
        .containsExactly(
            "DATE COMMIT Eve: 6.50 USD a day → 7.50 USD a day (rules: dearer)",
            "DATE COMMIT Ann: nothing → 6.50 USD a day (rules: begin)");
  }

  @Test
  void blameNamesTheCommitBehindEachPartOfANumber() throws Exception {
    commit("rules: less for seats", "Bob", POLICY.replace("plus 500", "plus 400"));
    Files.writeString(
        home.resolve("rules/crm.toll"),
        POLICY.replace("plus 500", "plus 400").replace("base 10_000", "base 11_000"));
    Shell shell = Shell.in(home);
    assertThat(
            lines(
                shell.run(
                    "blame", "crm.credits", "--edition", "professional", "--seat", "user=100")))
        .containsExactly(
            "51,000",
            "  11_000 + 400 × 100 users, cap 500_000, edition professional  51,000",
            "    crm.toll:13  not committed yet",
            "  400 × 100 users  40,000",
            "    crm.toll:14  DATE COMMIT Bob: rules: less for seats");
    assertThat(lines(shell.run("blame", "crm.extra", "--edition", "free", "--buy", "75_000")))
        .containsExactly(
            "6.50 USD a day",
            "  first 25_000 at 0.14  3.50 USD",
            "    crm.toll:23  DATE COMMIT Ann: rules: begin",
            "  next 75_000 at 0.06  3.00 USD",
            "    crm.toll:24  DATE COMMIT Ann: rules: begin");
    assertThat(
            lines(
                shell.run(
                    "blame",
                    "crm.credits",
                    "--edition",
                    "free",
                    "--call",
                    "records.insert:records=25")))
        .containsExactly(
            "3",
            "  call records.insert costs 1 per 10 records  3",
            "    crm.toll:15  DATE COMMIT Ann: rules: begin");
  }

  @Test
  void inAShallowCloneBlameSaysThatItSeesNoFurther() throws Exception {
    commit("rules: less for seats", "Bob", POLICY.replace("plus 500", "plus 400"));
    git(folder, "clone", "--quiet", "--depth=1", home.toUri().toString(), "clone");
    Shell shell = Shell.in(folder.resolve("clone"));
    assertThat(lines(shell.run("blame", "crm.credits", "--edition", "free")))
        .contains(
            "    crm.toll:12  DATE COMMIT Bob: rules: less for seats (or before: this clone begins"
                + " there)");
  }

  @Test
  void aNumberThatIsNotThereIsNotAskedAbout() {
    Shell shell = Shell.in(home);
    assertThat(shell.run("blame", "crm.credit", "--edition", "free").err())
        .contains("did you mean `credits`?");
    assertThat(shell.run("blame", "crm", "--edition", "free").err())
        .contains("name it with its product");
    assertThat(Shell.inShop().run("blame", "shop.calls").code()).isEqualTo(2);
  }

  @Test
  void gitShowsEffectsInsteadOfLines() throws Exception {
    installLauncher(home);
    Files.writeString(home.resolve(".gitattributes"), "*.toll diff=toll\n");
    Files.writeString(home.resolve(".gitignore"), "tollgate\n");
    git(home, "config", "diff.toll.command", "./tollgate git-diff");
    commit("rules: less for seats", "Bob", POLICY.replace("plus 500", "plus 400"));
    Files.writeString(
        home.resolve("rules/crm.toll"), POLICY.replace("plus 500", "plus 400") + "# a remark\n");
    assertThat(git(home, "diff", "HEAD~1", "HEAD"))
        .contains("tollgate diff rules/crm.toll\n")
        .contains("1..980 users: lose 100 per user");
    assertThat(git(home, "diff"))
        .isEqualTo("tollgate diff rules/crm.toll\nverdict: identical in effect\n");
    Files.writeString(
        home.resolve("rules/crm.toll"), POLICY.replace("allot free  ", "allot fre  "));
    assertThat(git(home, "diff"))
        .contains("the new text cannot be judged beside the other files as they are:\n")
        .contains("T204");
    assertThat(git(home, "diff", "--no-ext-diff")).contains("+    allot fre ");
  }

  @Test
  void thePullRequestIsToldItsEffectFromAShallowClone() throws Exception {
    installLauncher(home);
    git(home, "config", "uploadpack.allowAnySHA1InWant", "true");
    git(home, "add", "tollgate");
    commit("build: the launcher", "Ann", POLICY);
    String base = git(home, "rev-parse", "HEAD").strip();
    commit("rules: less for seats", "Bob", POLICY.replace("plus 500", "plus 400"));
    git(folder, "clone", "--quiet", "--depth=1", home.toUri().toString(), "clone");
    Path clone = folder.resolve("clone");
    run(clone, Map.of("BASE", base), List.of("bash", "-e", "-c", step("say what changes")));
    assertThat(clone.resolve("effect.md"))
        .content()
        .startsWith("### Effect on accounts: never better for any account\n")
        .contains("1..980 users: lose 100 per user");
  }

  /** The script of a step of the workflow. */
  private static String step(String name) throws IOException {
    Matcher step =
        Pattern.compile("- name: " + name + "\n.*?run: \\|\n((?: {10}[^\n]*\n)+)", Pattern.DOTALL)
            .matcher(Files.readString(WORKFLOW));
    assertThat(step.find()).as(name).isTrue();
    return step.group(1).replaceAll("(?m)^ {10}", "");
  }
}
