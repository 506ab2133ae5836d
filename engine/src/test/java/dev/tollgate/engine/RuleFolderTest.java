package dev.tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {

  private static final String PRODUCT = "product %s {\n  zone UTC\n}\n";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("desk/more"));
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve("desk/more/desk.toll"), PRODUCT.formatted("desk"));
    Files.writeString(folder.resolve("crm.toll"), PRODUCT.formatted("crm"));
    Files.writeString(folder.resolve("notes.txt"), "product");
    Files.writeString(folder.resolve(".git/old.toll"), "product");
  }

  @Test
  void filesAreNamedRelativeToTheFolderAndSorted() throws IOException {
    Compiled compiled = RuleFolder.read(folder).compile();
    assertThat(compiled.sources())
        .extracting(SourceText::name)
        .containsExactly("crm.toll", "desk/more/desk.toll");
    assertThat(compiled.policy())
        .hasValueSatisfying(
            policy -> assertThat(policy.products()).containsOnlyKeys("crm", "desk"));
  }

  @Test
  void aFileAloneHasItsOwnName() throws IOException {
    assertThat(RuleFolder.read(folder.resolve("crm.toll")).sources())
        .extracting(SourceText::name)
        .containsExactly("crm.toll");
  }

  @Test
  void aFileThatIsNoTextIsSaidToBeNone() throws IOException {
    Files.write(folder.resolve("bad.toll"), new byte[] {(byte) 0xC3, 0x28});
    Compiled compiled = RuleFolder.read(folder).compile();
    assertThat(compiled.policy()).isEmpty();
    assertThat(compiled.diagnostics())
        .first()
        .satisfies(
            found -> {
              assertThat(found.code()).isEqualTo(DiagnosticCode.NOT_UTF8);
              assertThat(found.span().file()).isEqualTo("bad.toll");
            });
  }

  @Test
  void aFolderThatIsNotThereIsAnExceptionAndNoDiagnostic() {
    assertThatIOException().isThrownBy(() -> RuleFolder.read(folder.resolve("nowhere")));
  }
}
