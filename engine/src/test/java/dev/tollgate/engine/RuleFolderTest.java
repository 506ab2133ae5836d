package dev.tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    Files.write(folder.resolve("bad.toll"), new byte[] {'#', '\n', (byte) 0xC3, 0x28});
    Compiled compiled = RuleFolder.read(folder).compile();
    assertThat(compiled.policy()).isEmpty();
    assertThat(compiled.diagnostics())
        .first()
        .satisfies(
            found -> {
              assertThat(found.code()).isEqualTo(DiagnosticCode.NOT_UTF8);
              assertThat(found.span().place()).isEqualTo("bad.toll:2");
            });
  }

  @Test
  void aFileOfThreeGigabytesIsRefusedUnread() throws IOException {
    try (RandomAccessFile big = new RandomAccessFile(folder.resolve("big.toll").toFile(), "rw")) {
      big.setLength(3L * 1024 * 1024 * 1024);
    }
    assertThat(RuleFolder.read(folder).compile().diagnostics())
        .extracting(found -> found.span().place() + " " + found.code())
        .contains("big.toll:1 TEXT_TOO_LARGE");
  }

  @Test
  void aFileOfTheGreatestLengthIsRead() throws IOException {
    String comment = "# " + "x".repeat(SourceText.MAX_LENGTH - 3) + "\n";
    Files.writeString(folder.resolve("long.toll"), comment);
    assertThat(RuleFolder.read(folder).compile().policy()).isPresent();
    Files.writeString(folder.resolve("long.toll"), comment + "\n");
    assertThat(RuleFolder.read(folder).compile().policy()).isEmpty();
  }

  @Test
  void aFolderNamedLikeAFileIsAFolder() throws IOException {
    Files.createDirectory(folder.resolve("x.toll"));
    Files.writeString(folder.resolve("x.toll/more.toll"), PRODUCT.formatted("more"));
    assertThat(RuleFolder.read(folder).sources())
        .extracting(SourceText::name)
        .contains("x.toll/more.toll");
  }

  @Test
  void aLinkToAFileIsReadAndOneToAFolderIsNotFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("linked.toll"), Path.of("desk/more/desk.toll"));
    Files.createSymbolicLink(folder.resolve("round"), folder);
    assertThat(RuleFolder.read(folder).sources())
        .extracting(SourceText::name)
        .containsExactlyInAnyOrder("crm.toll", "desk/more/desk.toll", "linked.toll");
  }

  @Test
  void aFileThatIsNotWhereItsLinkLeadsIsMissedAndNotLeftOut() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("gone.toll"), Path.of("nowhere.toll"));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> RuleFolder.read(folder))
        .withMessage(link.toString());
  }

  @Test
  void linksThatLeadToEachOtherAreNoFile() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.toll"), Path.of("b.toll"));
    Files.createSymbolicLink(folder.resolve("b.toll"), Path.of("a.toll"));
    assertThatIOException()
        .isThrownBy(() -> RuleFolder.read(folder))
        .withMessageContaining(".toll");
  }

  @Test
  void aFolderThatIsNotThereIsAnExceptionAndNoDiagnostic() {
    assertThatIOException().isThrownBy(() -> RuleFolder.read(folder.resolve("nowhere")));
  }
}
