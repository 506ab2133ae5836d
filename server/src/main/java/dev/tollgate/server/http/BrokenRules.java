package dev.tollgate.server.http;

import dev.tollgate.engine.compile.Compiled;

/** Rule files with errors in them: no service starts from these. */
public final class BrokenRules extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Compiled compiled;

  public BrokenRules(Compiled compiled) {
    super("the rule files have errors");
    this.compiled = compiled;
  }

  /** What is wrong, and the texts to show it in. */
  public Compiled compiled() {
    return compiled;
  }
}
