package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  private static final byte[] NEW = "new\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.writeString(folder.resolve("a.toll"), "old\n");
  }

  @Test
  void itsContentIsReplacedAndNothingIsLeftBeside() throws IOException {
    WholeFile.read(file).replace(NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(names(folder)).containsExactly("a.toll");
  }

  @Test
  void itKeepsItsMode() throws IOException {
    for (String mode : new String[] {"rw-r-----", "rwxrw-rw-"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      WholeFile.read(file).replace(mode.getBytes(StandardCharsets.UTF_8));
      assertThat(file).hasContent(mode);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(mode);
    }
  }

  @Test
  void whereALinkLeadsIsReplacedAndTheLinkStays() throws IOException {
    Path link = Files.createDirectory(folder.resolve("links")).resolve("b.toll");
    Files.createSymbolicLink(link, Path.of("../a.toll"));
    WholeFile.read(link).replace(NEW);
    assertThat(link).isSymbolicLink().hasBinaryContent(NEW);
    assertThat(file).isRegularFile().hasBinaryContent(NEW);
    assertThat(names(link.getParent())).containsExactly("b.toll");
  }

  @Test
  void onAFullDiskItStaysAsItWas() throws IOException {
    Configuration small = Configuration.unix().toBuilder().setBlockSize(64).setMaxSize(256).build();
    try (FileSystem disk = Jimfs.newFileSystem(small)) {
      Path root = disk.getPath("/work");
      Path full = Files.writeString(root.resolve("a.toll"), "old\n");
      WholeFile read = WholeFile.read(full);
      assertThatIOException().isThrownBy(() -> read.replace(new byte[512]));
      assertThat(full).hasContent("old\n");
      assertThat(names(root)).containsExactly("a.toll");

      read.replace(NEW);
      assertThat(full).hasBinaryContent(NEW);
    }
  }

  @Test
  void whatSomebodyElseHasWrittenMeanwhileStays() throws IOException {
    WholeFile read = WholeFile.read(file);
    Files.writeString(file, "another\n");
    assertThatIOException().isThrownBy(() -> read.replace(NEW)).withMessageContaining("meanwhile");
    assertThat(file).hasContent("another\n");
    assertThat(names(folder)).containsExactly("a.toll");
  }

  @Test
  void inAFolderThatMayNotBeWrittenItStaysAsItWas() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeThat(Files.isWritable(folder)).as("the caller may write everything").isFalse();
      WholeFile read = WholeFile.read(file);
      assertThatIOException()
          .isThrownBy(() -> read.replace(NEW))
          .satisfies(refused -> assertThat(WholeFile.reason(refused)).isEqualTo("no permission"));
      assertThat(file).hasContent("old\n");
      assertThat(names(folder)).containsExactly("a.toll");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
