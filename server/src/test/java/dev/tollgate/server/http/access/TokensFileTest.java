package dev.tollgate.server.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensFileTest {

  @TempDir Path folder;

  @Test
  void aTokenIsFoundByItsHash() throws IOException {
    Tokens tokens =
        read("# all of them", "", hash("one") + " admin", hash("two") + "  decide crm # gateway");
    assertThat(tokens.caller("one"))
        .contains(new Caller(Optional.of(Role.ADMIN), Optional.empty()));
    assertThat(tokens.caller("two"))
        .contains(new Caller(Optional.of(Role.DECIDE), Optional.of("crm")));
    assertThat(tokens.caller("three")).isEmpty();
    assertThat(tokens.caller("")).isEmpty();
  }

  @Test
  void theHashItselfIsNoToken() throws IOException {
    assertThat(read(hash("one") + " admin").caller(hash("one"))).isEmpty();
  }

  @Test
  void aLineOfAnotherFormIsRefusedWithItsPlaceAndWithoutItsSecret() {
    assertRefused("tokens:2: `root` is no role: decide, read or admin", "", hash("x") + " root");
    assertRefused("tokens:1: write `sha256:HASH ROLE [PRODUCT]`", hash("x"));
    assertRefused("tokens:1: write `sha256:HASH ROLE [PRODUCT]`", hash("x") + " read crm desk");
    assertRefused("tokens:1: the first word must be `sha256:`", "secret admin");
    assertRefused("tokens:1: the first word must be `sha256:`", "sha256:abc admin");
  }

  @Test
  void aFileWithoutTokensIsRefused() {
    assertRefused("has no token", "# none");
    assertThatThrownBy(() -> TokensFile.read(folder.resolve("missing")))
        .isInstanceOf(UnusableTokens.class)
        .hasMessageContaining("cannot be read");
  }

  private void assertRefused(String message, String... lines) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(UnusableTokens.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }

  private Tokens read(String... lines) throws IOException {
    return TokensFile.read(Files.writeString(folder.resolve("tokens"), String.join("\n", lines)));
  }

  private static String hash(String secret) {
    return "sha256:" + HexFormat.of().formatHex(Token.hash(secret));
  }
}
