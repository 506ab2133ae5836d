package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that are run again whenever a file is saved. Reading the next line is all the waiting. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TestWatchTest {

  private static final Path SHOP = Path.of("src/test/resources/dev/tollgate/server/command/rules");
  private static final int PIPE = 1 << 16;

  @TempDir private Path folder;
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private Shell shell;
  private BufferedReader lines;
  private Thread command;

  @BeforeEach
  void watch() throws IOException {
    shell = Shell.in(folder);
    shell.write("rules/shop.toll", rules());
    shell.write("rules/shop_test.toll", Files.readString(SHOP.resolve("shop_test.toll")));
    PipedReader read = new PipedReader(PIPE);
    PrintWriter written = new PrintWriter(new PipedWriter(read), true);
    lines = new BufferedReader(read);
    command = new Thread(() -> ended.complete(shell.run(written, written, "test", "--watch")));
    command.start();
  }

  @AfterEach
  void end() throws InterruptedException {
    command.interrupt();
    command.join();
  }

  @Test
  void aSavedFileRunsTheTestsAgain() throws IOException {
    assertThat(summary()).isEqualTo("2 tests passed");

    shell.write("rules/shop.toll", rules().replace("+ 50 per user", "+ 60 per user"));

    assertThat(summary()).isEqualTo("1 of 2 tests failed");
  }

  @Test
  void anUnsoundFileIsReportedAndTheNextSaveRunsThemAgain() throws IOException {
    assertThat(summary()).isEqualTo("2 tests passed");

    shell.write("rules/shop.toll", rules().replace("+ 50 per user", "+ 50 per usr"));
    assertThat(line("error T")).contains("rules/shop.toll:20:");

    shell.write("rules/shop.toll", rules());
    assertThat(summary()).isEqualTo("2 tests passed");
  }

  @Test
  void anInterruptEndsItWithoutFindings() throws Exception {
    assertThat(summary()).isEqualTo("2 tests passed");

    command.interrupt();

    assertThat(ended.get()).isZero();
  }

  private static String rules() throws IOException {
    return Files.readString(SHOP.resolve("shop.toll"));
  }

  private String summary() throws IOException {
    return line(" test");
  }

  /** The next line with these words in it; whatever stands before it is passed over. */
  private String line(String words) throws IOException {
    String line = lines.readLine();
    while (!line.contains(words)) {
      line = lines.readLine();
    }
    return line;
  }
}
