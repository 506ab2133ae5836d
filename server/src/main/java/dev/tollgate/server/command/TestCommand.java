package dev.tollgate.server.command;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.WrittenTest;
import dev.tollgate.engine.coverage.Coverage;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.suite.Suggestions;
import dev.tollgate.engine.suite.Suite;
import dev.tollgate.engine.suite.TestResult;
import dev.tollgate.server.http.BrokenRules;
import dev.tollgate.server.http.json.JsonLayout;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests of rule files. */
@Command(
    name = "test",
    description = "Run the tests of rule files.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files and folders whose tests to run; by default the rule folder.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Run the tests whose names contain this.")
  private Optional<String> only = Optional.empty();

  @Mixin private RulesOption rules;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people (the default), json, or junit for what collects tests.")
  private TestFormat format = TestFormat.TEXT;

  @Option(
      names = "--watch",
      description = "Run the tests again whenever a file is saved, until interrupted.")
  private boolean watch;

  @Option(
      names = "--coverage",
      description = "Say of each clause what of it the tests exercise; as text or json.")
  private boolean coverage;

  @Option(
      names = "--suggest",
      description = "Print tests, ready to paste, for what no test exercises.")
  private boolean suggest;

  private final Surroundings surroundings;

  TestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (coverage && format == TestFormat.JUNIT) {
      throw new BadUsage("`--coverage` is said as text or json, not as junit");
    }
    if (!watch) {
      return run();
    }
    try (SavedFiles files = new SavedFiles(RuleFiles.all(paths, rules.folder(), surroundings))) {
      while (true) {
        runOrSayWhyNot();
        files.await();
      }
    } catch (InterruptedException ended) {
      return ExitCode.FINE;
    }
  }

  /** A file that is saved half-way may be unsound; the next time it is not. */
  private void runOrSayWhyNot() {
    try {
      run();
    } catch (BadUsage | BrokenRules unfit) {
      new Failures(surroundings)
          .ofExecution(unfit, spec.commandLine(), spec.commandLine().getParseResult());
    }
  }

  private int run() {
    RuleFiles files = RuleFiles.read(paths, rules.folder(), surroundings);
    Compiled compiled = files.compiled();
    Policy policy = BrokenRules.unlessRight(compiled);
    Optional<Coverage> exercised =
        coverage || suggest ? Optional.of(new Coverage(policy)) : Optional.empty();
    Suite suite =
        exercised
            .map(found -> new Suite(policy, found::observe))
            .orElseGet(() -> new Suite(policy));
    List<TimedResult> timed = chosen(files).stream().map(written -> timed(suite, written)).toList();
    List<TestResult> results = timed.stream().map(TimedResult::result).toList();
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        suggest
            ? suggestions(policy, compiled, exercised.orElseThrow())
            : report(timed, results, policy, exercised));
    out.flush();
    return results.stream().allMatch(TestResult::passed) ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private String report(
      List<TimedResult> timed,
      List<TestResult> results,
      Policy policy,
      Optional<Coverage> exercised) {
    return switch (format) {
      case TEXT ->
          new TestResultsText(surroundings.colour()).of(results)
              + exercised.map(found -> "\n" + new CoverageText(policy, found).text()).orElse("");
      case JSON -> JsonLayout.text(json -> TestResultsJson.write(json, results, policy, exercised));
      case JUNIT -> TestResultsJunit.of(timed);
    };
  }

  private static String suggestions(Policy policy, Compiled compiled, Coverage exercised) {
    Set<String> titles =
        compiled.tests().stream().map(TestCommand::name).collect(Collectors.toSet());
    return SuggestionsText.of(new Suggestions(policy, exercised, titles).all());
  }

  private TimedResult timed(Suite suite, WrittenTest written) {
    Instant start = surroundings.clock().instant();
    TestResult result = suite.run(written);
    return new TimedResult(result, Duration.between(start, surroundings.clock().instant()));
  }

  /** A run without a single test would look like one in which all pass, so it is refused. */
  private List<WrittenTest> chosen(RuleFiles files) {
    List<WrittenTest> reported =
        files.compiled().tests().stream()
            .filter(written -> files.isReported(written.test().span().file()))
            .toList();
    if (reported.isEmpty()) {
      throw new BadUsage("there is no test in these files", "a test begins with `test \"NAME\" {`");
    }
    List<WrittenTest> chosen =
        reported.stream()
            .filter(written -> only.map(name(written)::contains).orElse(true))
            .toList();
    if (chosen.isEmpty()) {
      String wanted = only.orElseThrow();
      Optional<String> nearest =
          NearestName.of(wanted, reported.stream().map(TestCommand::name).toList());
      throw new BadUsage(
          "no test has a name with `" + wanted + "` in it",
          nearest
              .map(name -> "did you mean `" + name + "`?")
              .orElse("without --only all are run and listed by name"));
    }
    return chosen;
  }

  private static String name(WrittenTest written) {
    return written.test().name();
  }
}
