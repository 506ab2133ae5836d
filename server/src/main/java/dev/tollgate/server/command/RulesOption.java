package dev.tollgate.server.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** From which rules a command answers. */
final class RulesOption {

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "The rule folder; by default that of the project.")
  private Optional<String> folder = Optional.empty();

  /** As the caller wrote it; empty for the project's. */
  Optional<String> folder() {
    return folder;
  }
}
