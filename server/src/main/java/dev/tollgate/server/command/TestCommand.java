package dev.tollgate.server.command;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.WrittenTest;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Policy;
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
import java.util.concurrent.Callable;
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

  private final Surroundings surroundings;

  TestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
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
    Policy policy = compiled.policy().orElseThrow(() -> new BrokenRules(compiled));
    Suite suite = new Suite(policy);
    List<TimedResult> timed = chosen(files).stream().map(written -> timed(suite, written)).toList();
    List<TestResult> results = timed.stream().map(TimedResult::result).toList();
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT -> new TestResultsText(surroundings.colour()).of(results);
          case JSON -> JsonLayout.text(json -> TestResultsJson.write(json, results));
          case JUNIT -> TestResultsJunit.of(timed);
        });
    out.flush();
    return results.stream().allMatch(TestResult::passed) ? ExitCode.FINE : ExitCode.FINDINGS;
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
