package dev.tollgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a command took from its start to its end.
 *
 * @param cpuSeconds as it was a moment before the end; 0 where the system does not say
 * @param peakMebibytes the most memory that it had at once, likewise
 */
record Took(double wallSeconds, double cpuSeconds, long peakMebibytes) {

  private static final long LOOK_MILLIS = 10;

  /**
   * Runs a command, whose output is of no interest.
   *
   * @param in its folder
   * @throws IllegalStateException if it fails
   */
  static Took by(List<String> command, Path in) throws IOException, InterruptedException {
    Path said = Files.createTempFile("said", ".txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    Duration cpu = Duration.ZERO;
    long peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      peak = Math.max(peak, peak(status));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String text = Files.readString(said);
    Files.delete(said);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", command) + "\n" + text);
    }
    return new Took(seconds, cpu.toMillis() / 1e3, peak >> 10);
  }

  /** The program that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** In kibibytes. */
  private static long peak(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException elsewhere) {
      return 0;
    }
  }
}
