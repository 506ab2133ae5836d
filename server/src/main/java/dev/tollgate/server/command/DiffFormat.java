package dev.tollgate.server.command;

/** How a difference is written. */
enum DiffFormat {
  TEXT,
  MARKDOWN,
  HTML,
  JSON
}
