package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {

  private final StringWriter err = new StringWriter();

  @Command(name = "fail")
  private static final class Failing implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("reached the end of -7 slabs\nand more");
    }
  }

  @Test
  void aFaultOfOursIsOneLineAndAHintWithoutAStackTrace() {
    assertThat(fail(false)).isEqualTo(70);
    assertThat(err)
        .hasToString(
            """
            tollgate: this is a fault of the program, not yours: IllegalStateException: reached the end of -7 slabs
              TOLLGATE_DEBUG=1 prints where it happened
            """);
  }

  @Test
  void whoDebugsIsToldWhereItHappened() {
    assertThat(fail(true)).isEqualTo(70);
    assertThat(err.toString()).contains("\tat " + Failing.class.getName() + ".run(");
  }

  private int fail(boolean debug) {
    Path directory = Path.of("").toAbsolutePath();
    InstantSource clock = InstantSource.fixed(Shell.NOW);
    CommandLine commands =
        Tollgate.commandLine(
                new Surroundings(
                    directory,
                    directory,
                    clock,
                    System::nanoTime,
                    false,
                    debug,
                    InputStream.nullInputStream()))
            .addSubcommand(new Failing())
            .setErr(new PrintWriter(err));
    return commands.execute("fail");
  }
}
