package dev.tollgate.server.command;

/** For whom a command writes. */
enum OutputFormat {
  /** For people. */
  TEXT,
  /** For programs, with the fields of the HTTP answers. */
  JSON
}
