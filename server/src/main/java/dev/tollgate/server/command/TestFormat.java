package dev.tollgate.server.command;

/** For whom the results of tests are written. */
enum TestFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For those that collect the tests of builds: XML as JUnit's reports are written. */
  JUNIT
}
