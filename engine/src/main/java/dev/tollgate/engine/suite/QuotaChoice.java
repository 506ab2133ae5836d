package dev.tollgate.engine.suite;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.grammar.tree.Name;
import java.util.List;
import java.util.Optional;

/** Which quota a figure of a test means. */
final class QuotaChoice {

  private final List<Quota> quotas;

  /**
   * @param judged with the quotas that the test is about, at least one
   */
  QuotaChoice(Product judged) {
    this.quotas = judged.quotas();
  }

  /**
   * The quota that is named; else the only one; else the only one in that unit.
   *
   * @throws IllegalArgumentException if there is none or several, which the compiler refuses
   */
  Quota of(Optional<Name> named, Optional<Name> unit) {
    List<Quota> meant =
        quotas.size() == 1 && named.isEmpty()
            ? quotas
            : quotas.stream().filter(quota -> isMeant(quota, named, unit)).toList();
    if (meant.size() != 1) {
      throw new IllegalArgumentException(
          "of %d quotas, %d are meant by %s %s"
              .formatted(quotas.size(), meant.size(), named, unit));
    }
    return meant.get(0);
  }

  private static boolean isMeant(Quota quota, Optional<Name> named, Optional<Name> unit) {
    if (named.isPresent()) {
      return quota.name().equals(named.get().text());
    }
    return unit.map(Name::text)
        .filter(
            word ->
                word.equals(quota.name())
                    || word.equals(quota.unit().singular())
                    || word.equals(quota.unit().plural()))
        .isPresent();
  }
}
