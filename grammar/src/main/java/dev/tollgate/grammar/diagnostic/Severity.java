package dev.tollgate.grammar.diagnostic;

/** How bad a diagnostic is. */
public enum Severity {
  /** The policy cannot be used. */
  ERROR,
  /** The policy can be used; the line may not say what its author thinks. */
  WARNING;

  /** Its word in messages. */
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
