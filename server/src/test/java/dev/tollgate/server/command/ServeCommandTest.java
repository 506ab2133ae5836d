package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How serve refuses to start; that it answers is shown by the test of the README. */
class ServeCommandTest {

  private final Shell shell = Shell.inShop();

  @Test
  void anAddressThatOthersCanReachNeedsTokens() {
    Shell.Result result = shell.run("serve", "--host", "0.0.0.0", "--port", "0");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("0.0.0.0").contains("tokens");
  }

  @Test
  void aPortThatIsTakenIsSaidWithoutAStackTrace() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Shell.Result result = shell.run("serve", "--memory", "--port", port);
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err().lines()).hasSize(2);
      assertThat(result.err()).contains(port);
    }
  }

  @Test
  void aPortThatIsNoneIsBadUsage() {
    assertThat(shell.run("serve", "--port", "70707"))
        .isEqualTo(
            new Shell.Result(
                2,
                "",
                """
                tollgate serve: `--port 70707` is not a port
                  ports go from 0 to 65535
                """));
  }

  @Test
  void whatIsNotKeptIsKeptNowhere() {
    String[] memory = {"serve", "--memory", "--port", "0"};
    assertThat(run(shell, memory, "--data", "data").err()).contains("`--memory` keeps nothing");
    assertThat(run(shell, memory, "--durability", "sync").err()).contains("`--memory` keeps");
    assertThat(run(shell, memory, "--accept-loss").err()).contains("`--memory` keeps nothing");
  }

  @Test
  void aFileInThePlaceOfTheDataIsSaidInPlainWords() {
    shell.write("taken", "");
    assertThat(shell.run("serve", "--port", "0", "--data", "taken").err())
        .matches("(?s)tollgate serve: nothing can be kept in .*taken: .*taken is a file\n.*");
  }

  @Test
  void aTokensFileThatIsNotThereIsBadUsage() {
    Shell.Result result = shell.run("serve", "--port", "0", "--tokens", "nowhere");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("nowhere");
  }

  @Test
  void noServiceStartsFromBrokenRules(@TempDir Path folder) {
    Shell elsewhere = Shell.in(folder);
    elsewhere.write("rules/broken.toll", "product shop \"Shop\" {\n  zone Nowhere\n}\n");
    Shell.Result result = elsewhere.run("serve", "--port", "0");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("broken.toll:2:8: error T216");
  }

  @Test
  void noServiceStartsWithoutAnyRules(@TempDir Path folder) {
    Shell elsewhere = Shell.in(folder);
    Shell.Result missing = elsewhere.run("serve", "--port", "0");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).startsWith("tollgate serve: there is no file or folder `rules`\n");
    elsewhere.write("rules/README.md", "No rules yet.");
    Shell.Result empty = elsewhere.run("serve", "--port", "0");
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).startsWith("tollgate serve: there is no rule file in ");
  }

  @Test
  void aWebhookNeedsASecretOfUse(@TempDir Path folder) {
    Shell elsewhere = Shell.in(folder);
    elsewhere.write("rules/shop.toll", "product shop \"Shop\" {\n}\n");
    elsewhere.write("short", "hunter2\n");
    String[] serve = {"serve", "--memory", "--port", "0", "--webhook"};

    assertThat(run(elsewhere, serve, "https://example.com/events").err())
        .contains("needs a secret")
        .contains("--webhook-secret");
    assertThat(run(elsewhere, serve, "https://example.com", "--webhook-secret", "short").err())
        .contains("the secret in short is no use: shorter than 24 bytes")
        .doesNotContain("hunter2");
    assertThat(run(elsewhere, serve, "https://example.com", "--webhook-secret", "gone").err())
        .contains("the secret in gone cannot be read");
    for (String address : List.of("example.com", "ftp://example.com", "https://me@example.com")) {
      assertThat(run(elsewhere, serve, address, "--webhook-secret", "short").err())
          .contains("`--webhook " + address + "` is no address to send to");
    }
  }

  private static Shell.Result run(Shell shell, String[] words, String... more) {
    Shell.Result result =
        shell.run(Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new));
    assertThat(result.code()).isEqualTo(2);
    return result;
  }
}
