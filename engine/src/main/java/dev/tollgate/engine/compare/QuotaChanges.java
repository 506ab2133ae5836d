package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is different in one quota. For use once. */
final class QuotaChanges {

  /** A quota and where it stands. */
  record Pair(Policy policy, Product product, Quota quota) {}

  private final Pair before;
  private final Pair after;
  private final ChangeLog log;

  /**
   * @param log where they go
   */
  QuotaChanges(Pair before, Pair after, ChangeLog log) {
    this.before = before;
    this.after = after;
    this.log = log;
  }

  void add() {
    said("unit", quota -> quota.unit().name(), Verdict.MIXED);
    said(
        "window",
        quota -> quota.window().text(),
        before.quota().window().sameAs(after.quota().window()),
        Verdict.MIXED);
    said("per", QuotaChanges::scope, Verdict.MIXED);
    said(
        "counts",
        quota ->
            quota.counts().declared().stream().sorted().collect(Collectors.joining(", "))
                + (quota.counts().undeclared() ? ", any other" : ""),
        Verdict.MIXED);
    said("counts when", quota -> words(quota.countsWhen()), same(Quota::countsWhen), Verdict.MIXED);
    said("warn at", QuotaChanges::levels, Verdict.DIFFERENT);
    beyond();
    versions();
    if (before.quota().unit().equals(after.quota().unit())) {
      new AllotmentChanges(before, after, log).add();
      new CostChanges(before, after, log).add();
    }
  }

  private boolean same(Function<Quota, Object> part) {
    return CanonicalForm.of(before.product(), part.apply(before.quota()))
        .equals(CanonicalForm.of(after.product(), part.apply(after.quota())));
  }

  private void said(String what, Function<Quota, String> words, Verdict verdict) {
    boolean same = words.apply(before.quota()).equals(words.apply(after.quota()));
    said(what, words, same, verdict);
  }

  private void said(String what, Function<Quota, String> words, boolean same, Verdict verdict) {
    if (!same) {
      log.add(
          new Change.Said(
              before.quota().id(),
              what,
              Optional.of(words.apply(before.quota())).filter(each -> !each.isEmpty()),
              Optional.of(words.apply(after.quota())).filter(each -> !each.isEmpty()),
              verdict));
    }
  }

  private static String scope(Quota quota) {
    List<String> words = new ArrayList<>();
    words.add(quota.scope().perAccount() ? "account" : "all accounts");
    words.addAll(quota.scope().keys());
    return String.join(", ", words);
  }

  private static String levels(Quota quota) {
    return quota.warnAt().stream()
        .map(BigDecimal::stripTrailingZeros)
        .map(level -> level.toPlainString() + "%")
        .collect(Collectors.joining(", "));
  }

  static String words(Condition condition) {
    List<String> tests = new ArrayList<>();
    condition.forEachTest(test -> tests.add(test.text()));
    return String.join(condition instanceof Condition.Any ? " or " : " and ", tests);
  }

  /** What happens beyond the limit; only words may have changed, and only when nobody is denied. */
  private void beyond() {
    if (!same(Quota::beyond)) {
      boolean enforced =
          before.quota().beyond().stream()
                  .map(Object::getClass)
                  .toList()
                  .equals(after.quota().beyond().stream().map(Object::getClass).toList())
              && before.quota().beyond().stream().allMatch(Beyond.Deny.class::isInstance);
      log.add(
          new Change.Said(
              before.quota().id(),
              "beyond",
              Optional.of(beyond(before)),
              Optional.of(beyond(after)),
              enforced ? Verdict.DIFFERENT : Verdict.MIXED));
    }
  }

  private static String beyond(Pair side) {
    return side.quota().beyond().stream()
        .map(line -> beyond(line, side))
        .collect(Collectors.joining("; "));
  }

  private static String beyond(Beyond line, Pair side) {
    String written = side.policy().line(line.place());
    if (line instanceof Beyond.Deny deny) {
      Beyond.Denial denial = deny.denial();
      return "deny %s \"%s\", status %d"
          .formatted(denial.code(), denial.message(), denial.status());
    }
    return written;
  }

  private void versions() {
    for (QuotaVersion version : before.quota().versions()) {
      Optional<QuotaVersion> same =
          after.quota().versions().stream()
              .filter(each -> each.name().equals(version.name()))
              .findFirst();
      same.ifPresent(
          now -> {
            said(version, "dates", during(version), during(now), Verdict.DIFFERENT);
            said(version, "grandfather", cohort(version), cohort(now), Verdict.DIFFERENT);
            said(
                version,
                "failed calls",
                failed(version),
                failed(now),
                now.failedCallsCost() ? Verdict.NEVER_BETTER : Verdict.NEVER_WORSE);
          });
    }
  }

  private static String failed(QuotaVersion version) {
    return version.failedCallsCost() ? "cost the same" : "cost nothing";
  }

  private static String during(QuotaVersion version) {
    return (version.during().from().map(from -> "from " + from).orElse("")
            + version.during().until().map(until -> " until " + until).orElse(""))
        .strip();
  }

  private static String cohort(QuotaVersion version) {
    return version
        .grandfathering()
        .map(
            clause ->
                clause.version()
                    + ": "
                    + words(clause.accounts())
                    + clause.until().map(until -> ", until " + until).orElse(", forever"))
        .orElse("");
  }

  private void said(QuotaVersion version, String what, String was, String is, Verdict verdict) {
    if (!was.equals(is)) {
      String name = version.name().isEmpty() ? "" : " " + version.name();
      log.add(
          new Change.Said(
              before.quota().id() + name,
              what,
              Optional.of(was).filter(each -> !each.isEmpty()),
              Optional.of(is).filter(each -> !each.isEmpty()),
              verdict));
    }
  }
}
