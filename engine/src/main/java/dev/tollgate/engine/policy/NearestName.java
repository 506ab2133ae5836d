package dev.tollgate.engine.policy;

import dev.tollgate.grammar.diagnostic.Nearest;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds the name that somebody who wrote another one probably meant, as messages about texts do.
 */
public final class NearestName {

  private NearestName() {}

  /**
   * The known name that is nearest to {@code wrong}: {@code enterprise} for {@code enterprize}.
   * Empty when none is near, or two are equally near: a wrong guess is worse than none.
   */
  public static Optional<String> of(String wrong, Collection<String> known) {
    return Nearest.to(wrong, known);
  }
}
