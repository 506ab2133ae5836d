package dev.tollgate.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How many lines of rules are parsed and compiled in a second, once that is warm: those of a
 * folder, and so many copies of its products as there may be in one policy.
 */
final class LinesRun {

  private static final int LEAST_TIMES = 5;
  private static final long WARM_UP_LINES = 700_000;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final Pattern PRODUCT = Pattern.compile("\\b(crm|desk)\\b");

  private LinesRun() {}

  /**
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    List<SourceText> sources = RuleFolder.read(Path.of(arguments[0])).sources();
    System.out.println(Machine.line());
    System.out.printf("| %9s | %9s | %9s | %12s |%n", "lines", "ms", "a second", "a CPU second");
    for (int copies : new int[] {1, 10, 100}) {
      System.out.print(row(copies(sources, copies)));
    }
  }

  /** The same rules for products of other names. */
  private static List<SourceText> copies(List<SourceText> sources, int copies) {
    List<SourceText> all = new ArrayList<>(sources);
    for (int copy = 2; copy <= copies; copy++) {
      String other = "$1_" + copy;
      for (SourceText source : sources) {
        String text = PRODUCT.matcher(source.text()).replaceAll(other);
        all.add(SourceText.of("copy_" + copy + "/" + source.name(), text));
      }
    }
    return all;
  }

  private static String row(List<SourceText> sources) {
    long lines = sources.stream().mapToLong(source -> source.lineCount() - 1).sum();
    for (long warm = 0; warm < WARM_UP_LINES; warm += lines) {
      compile(sources);
    }
    long[] nanos = new long[(int) Math.max(LEAST_TIMES, WARM_UP_LINES / 5 / lines)];
    long used = PROCESS.getProcessCpuTime();
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      compile(sources);
      nanos[i] = System.nanoTime() - start;
    }
    used = PROCESS.getProcessCpuTime() - used;
    Arrays.sort(nanos);
    double median = nanos[nanos.length / 2] / 1e9;
    return String.format(
        Locale.ROOT,
        "| %,9d | %,9.1f | %,9.0f | %,12.0f |%n",
        lines,
        1e3 * median,
        lines / median,
        nanos.length * lines / (used / 1e9));
  }

  private static void compile(List<SourceText> sources) {
    Compiled compiled = Compiler.compile(sources);
    if (compiled.policy().isEmpty()) {
      throw new IllegalStateException(compiled.diagnostics().toString());
    }
  }
}
