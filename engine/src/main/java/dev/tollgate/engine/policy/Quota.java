package dev.tollgate.engine.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One limit on calls.
 *
 * @param product name of its product
 * @param counts which calls it counts at all
 * @param countsWhen further condition for a call to be counted
 * @param versions in order of time; at least one; they share window and scope
 * @param warnAt percentages of what is available, ascending, above 0
 * @param beyond in order of the text; never empty: the compiler adds a plain denial at the end
 * @param was an earlier name whose counters this quota goes on with
 * @param restartsAt when a changed window or scope may begin with empty counters
 */
public record Quota(
    String product,
    String name,
    String title,
    Unit unit,
    CallSet counts,
    Condition countsWhen,
    Scope scope,
    Window window,
    List<QuotaVersion> versions,
    List<BigDecimal> warnAt,
    List<Beyond> beyond,
    Optional<String> was,
    Optional<Stretch.Bound> restartsAt,
    Place place) {

  public Quota {
    versions = List.copyOf(versions);
    warnAt = List.copyOf(warnAt);
    beyond = List.copyOf(beyond);
    if (versions.isEmpty() || beyond.isEmpty()) {
      throw new IllegalArgumentException(product + "." + name + " has no terms");
    }
  }

  /** The name under which files and requests know it: {@code crm.credits}. */
  public String id() {
    return product + "." + name;
  }

  /** The same, with other calls and terms. */
  public Quota with(CallSet counts, Condition countsWhen, List<QuotaVersion> versions) {
    return new Quota(
        product,
        name,
        title,
        unit,
        counts,
        countsWhen,
        scope,
        window,
        versions,
        warnAt,
        beyond,
        was,
        restartsAt,
        place);
  }
}
