package dev.tollgate.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version of the program this is; the build writes it down. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"tollgate " + number()};
  }

  static String number() {
    Properties build = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("build.properties")) {
      build.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("build.properties", unreadable);
    }
    return build.getProperty("version");
  }
}
