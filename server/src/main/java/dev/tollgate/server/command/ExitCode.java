package dev.tollgate.server.command;

/** What a command says to the shell when it ends. */
final class ExitCode {

  /** Nothing to report. */
  static final int FINE = 0;

  /** Diagnostics or failing tests; the output says which. */
  static final int FINDINGS = 1;

  /** Bad usage, or something that cannot be read. */
  static final int USAGE = 2;

  /** Our fault. */
  static final int FAULT = 70;

  private ExitCode() {}
}
