package dev.tollgate.server.command;

/** For whom diagnostics are written. */
enum CheckFormat {
  /** For people. */
  TEXT,
  /** For programs, with the fields of the HTTP answers. */
  JSON,
  /** For those that collect the findings of many tools: the interchange format of OASIS. */
  SARIF
}
