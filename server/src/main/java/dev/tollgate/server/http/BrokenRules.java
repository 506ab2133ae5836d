package dev.tollgate.server.http;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.policy.Policy;

/** Rule files with errors in them: no service starts from these. */
public final class BrokenRules extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Compiled compiled;

  private BrokenRules(Compiled compiled) {
    super("the rule files have errors");
    this.compiled = compiled;
  }

  /**
   * The policy of rule files.
   *
   * @throws BrokenRules if they have errors
   */
  public static Policy unlessRight(Compiled compiled) {
    return compiled.policy().orElseThrow(() -> new BrokenRules(compiled));
  }

  /** What is wrong, and the texts to show it in. */
  public Compiled compiled() {
    return compiled;
  }
}
