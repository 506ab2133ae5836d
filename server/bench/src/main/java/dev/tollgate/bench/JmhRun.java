package dev.tollgate.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks of JMH; each is a row of a table, with its time and the bytes it allocates. */
final class JmhRun {

  private JmhRun() {}

  /**
   * @param arguments which class, which of its parameters is the size, then options of JMH
   */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    String size = arguments[1];
    String[] more = Arrays.copyOfRange(arguments, 2, arguments.length);
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(more))
            .include(arguments[0])
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    System.out.println(Machine.line());
    System.out.printf("| %-26s | %9s | %9s | %8s | %9s |%n", "", size, "ns", "± ns", "bytes");
    for (RunResult result : new Runner(options).run()) {
      System.out.print(row(result, size));
    }
  }

  private static String row(RunResult result, String size) {
    BenchmarkParams params = result.getParams();
    String name = params.getBenchmark();
    String others =
        params.getParamsKeys().stream()
            .filter(key -> !key.equals(size))
            .map(key -> ", " + params.getParam(key) + " " + key)
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "| %-26s | %,9d | %,9.0f | %,8.0f | %,9.0f |%n",
        name.substring(name.lastIndexOf('.') + 1) + others,
        Long.parseLong(params.getParam(size)),
        result.getPrimaryResult().getScore(),
        result.getPrimaryResult().getScoreError(),
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }
}
