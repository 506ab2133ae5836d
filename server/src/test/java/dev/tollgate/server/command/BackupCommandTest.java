package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.server.http.ServerSettings;
import dev.tollgate.server.http.TestService;
import dev.tollgate.server.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {

  private static final String CALL =
      "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': false,"
          + " 'requestId': 'r1'}";

  @TempDir private Path folder;

  @Test
  void aServiceGoesOnFromACopyThatWasMadeWhileItRan() throws IOException {
    Shell shell = Shell.in(folder);
    String decision;
    try (TestService service = serve(folder.resolve("data"))) {
      service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
      decision = service.post("/v1/consume", CALL).at("/decisionId").asText();
      assertThat(shell.run("backup", "copy.db"))
          .isEqualTo(
              new Shell.Result(
                  0,
                  """
                  copy.db is complete and verified, up to change 3
                  to restore it, copy it into an empty folder DIR as tollgate.db and serve --data DIR
                  """,
                  ""));
      service.post("/v1/consume", CALL.replace("r1", "r2"));
    }
    Path restored = Files.createDirectory(folder.resolve("restored"));
    Files.copy(folder.resolve("copy.db"), restored.resolve("tollgate.db"));
    try (TestService service = serve(restored)) {
      assertThat(service.post("/v1/consume", CALL).at("/decisionId").asText()).isEqualTo(decision);
      assertThat(
              service
                  .post("/v1/check", CALL.replace(", 'requestId': 'r1'", ""))
                  .at("/quotas/0/used")
                  .asInt())
          .isEqualTo(1);
    }
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() {
    Shell shell = Shell.in(folder);
    serve(folder.resolve("data")).close();
    shell.write("copy.db", "precious");
    assertThat(shell.run("backup", "copy.db"))
        .isEqualTo(
            new Shell.Result(
                2,
                "",
                """
                tollgate backup: %s is there already
                  name another file
                """
                    .formatted(real("copy.db"))));
  }

  @Test
  void withoutDataThereIsNothingToCopy() {
    Shell.Result result = Shell.in(folder).run("backup", "copy.db", "--data", "nowhere");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("there is no database in").contains("nowhere");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void serveSaysWhatIsDamagedAndWhatToDo() throws IOException {
    Shell shell = Shell.in(folder);
    shell.write("rules/shop.toll", Files.readString(TestService.SHOP.resolve("shop.toll")));
    serve(folder.resolve("data")).close();
    Files.delete(folder.resolve("data/ledger.mark"));
    Shell.Result result = shell.run("serve", "--port", "0");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("tollgate serve: " + real("data/tollgate.db") + " ends at group 1 (")
        .contains("ledger.mark beside it, which says what callers were told, is missing")
        .contains(
            "\n  restore that file, or go on with the database as it is with --accept-loss\n");
  }

  private Path real(String name) {
    try {
      return folder.toRealPath().resolve(name);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static TestService serve(Path data) {
    return TestService.start(
        TestService.SHOP, (ServerSettings settings) -> settings.withStore(StoreSettings.in(data)));
  }
}
