package dev.tollgate.server.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says when a question is about. */
final class MomentOption {

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "As of then: 2026-01-01 or 2026-01-01T10:00Z; by default now.")
  private Optional<String> at = Optional.empty();

  /** As it was written; empty for now. */
  Optional<String> at() {
    return at;
  }
}
