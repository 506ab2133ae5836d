package dev.tollgate.server.command;

/** Which difference ends a command with findings. */
enum FailOn {
  /** None. */
  NEVER,
  /** One that may be worse for some account. */
  WORSE,
  /** Any that has an effect. */
  ANY
}
