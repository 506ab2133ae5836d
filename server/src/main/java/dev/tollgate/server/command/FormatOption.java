package dev.tollgate.server.command;

import picocli.CommandLine.Option;

/** For whom a command writes. */
final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people (the default), or json.")
  private OutputFormat format = OutputFormat.TEXT;

  /** Whether programs read the answer rather than people. */
  boolean json() {
    return format == OutputFormat.JSON;
  }
}
