package dev.tollgate.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.tollgate.engine.RuleFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** How many lines of a folder of rules are parsed and compiled in a second, once that is warm. */
final class LinesRun {

  private static final int WARM_UP = 1_000;
  private static final int TIMES = 101;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private LinesRun() {}

  /**
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    RuleFolder folder = RuleFolder.read(Path.of(arguments[0]));
    long lines = folder.sources().stream().mapToLong(source -> source.lineCount() - 1).sum();
    System.out.println(Machine.line());
    for (int i = 0; i < WARM_UP; i++) {
      folder.compile();
    }
    long[] nanos = new long[TIMES];
    long used = PROCESS.getProcessCpuTime();
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      folder.compile();
      nanos[i] = System.nanoTime() - start;
    }
    used = PROCESS.getProcessCpuTime() - used;
    Arrays.sort(nanos);
    double median = nanos[TIMES / 2] / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d lines in %.1f ms: %,.0f a second (median of %d), %,.0f for each second of CPU%n",
        lines,
        1e3 * median,
        lines / median,
        TIMES,
        TIMES * lines / (used / 1e9));
  }
}
