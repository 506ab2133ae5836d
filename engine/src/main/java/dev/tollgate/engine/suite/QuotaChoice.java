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
   * The quota that is named; else the only one; else the one that the word behind the number names;
   * else the only one in that unit.
   *
   * @throws IllegalArgumentException if there is none or several, which the compiler refuses
   */
  Quota of(Optional<Name> named, Optional<Name> unit) {
    if (named.isEmpty() && quotas.size() == 1) {
      return quotas.get(0);
    }
    return named(named.or(() -> unit))
        .or(() -> unit.flatMap(this::onlyOneIn))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "of %d quotas, none or several are meant by %s %s"
                        .formatted(quotas.size(), named, unit)));
  }

  /** All that the test is about. */
  List<String> names() {
    return quotas.stream().map(Quota::name).toList();
  }

  private Optional<Quota> named(Optional<Name> name) {
    return name.flatMap(
        word -> quotas.stream().filter(quota -> quota.name().equals(word.text())).findFirst());
  }

  private Optional<Quota> onlyOneIn(Name unit) {
    List<Quota> counting =
        quotas.stream().filter(quota -> QuotaAmount.isWordOf(quota.unit(), unit.text())).toList();
    return counting.size() == 1 ? Optional.of(counting.get(0)) : Optional.empty();
  }
}
