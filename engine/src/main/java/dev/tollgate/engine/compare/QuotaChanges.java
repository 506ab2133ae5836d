package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is different in one quota. For use once. */
final class QuotaChanges {

  /** A quota and where it stands. */
  record Pair(Policy policy, Product product, Quota quota) {

    /** Those that are in force at a moment. */
    List<Contract> inForce(List<Contract> contracts, Instant at) {
      return contracts.stream()
          .filter(contract -> contract.during().contains(at, product.zone()))
          .toList();
    }

    /** When the terms of the one or of the other may become others. */
    TermDates dates(Pair other) {
      return new TermDates().add(product, quota).add(other.product, other.quota);
    }
  }

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
    said("name", Quota::name, Verdict.DIFFERENT);
    said("unit", quota -> words(quota.unit()), Verdict.MIXED);
    said(
        "window",
        quota -> quota.window().text(),
        before.quota().window().sameAs(after.quota().window()),
        windows(before.quota().window(), after.quota().window()));
    said("per", QuotaChanges::scope, Verdict.MIXED);
    said(
        "restarts at",
        quota -> quota.restartsAt().map(Object::toString).orElse(""),
        Verdict.NEVER_WORSE);
    counts();
    said(
        "counts when",
        quota -> words(quota.countsWhen()),
        same(Quota::countsWhen),
        Verdict.DIFFERENT);
    said("warn at", QuotaChanges::levels, Verdict.DIFFERENT);
    new BeyondChanges(before, after, log).add();
    versions();
    if (isCountedAlike(before.quota().unit(), after.quota().unit())) {
      new AllotmentChanges(before, after, log).add();
      new CostChanges(before, after, log).add();
    }
  }

  /** What is counted no more costs nothing any more: how much that is, costs say. */
  private void counts() {
    SortedSet<String> names = new TreeSet<>();
    Stream.of(before, after)
        .flatMap(side -> side.product().calls().stream())
        .forEach(call -> names.add(call.name()));
    List<String> dropped = calls(names, before, after);
    List<String> added = calls(names, after, before);
    if (!dropped.isEmpty() || !added.isEmpty()) {
      log.add(
          new Change.Said(
              before.quota().id(),
              "counts",
              Optional.of(counted(dropped, added)),
              Optional.of(counted(added, dropped)),
              Verdict.DIFFERENT));
    }
  }

  /** Calls that one side counts and the other does not. */
  private static List<String> calls(Set<String> names, Pair one, Pair other) {
    List<String> calls = new ArrayList<>();
    names.stream().filter(call -> drops(one, other, call)).forEach(calls::add);
    boolean open = one.product().open() && other.product().open();
    if (open && one.quota().counts().undeclared() && !other.quota().counts().undeclared()) {
      calls.add("any other call");
    }
    return calls;
  }

  private static String counted(List<String> these, List<String> not) {
    String counted = these.isEmpty() ? "" : "counts " + String.join(", ", these);
    String others = not.isEmpty() ? "" : "does not count " + String.join(", ", not);
    return counted + (these.isEmpty() || not.isEmpty() ? "" : "; ") + others;
  }

  /** Whether one side counts calls of a name and the other, which takes them as well, does not. */
  private static boolean drops(Pair one, Pair other, String call) {
    return takes(one, call) && takes(other, call) && counts(one, call) && !counts(other, call);
  }

  private static boolean takes(Pair side, String call) {
    return side.product().open() || side.product().call(call).isPresent();
  }

  private static boolean counts(Pair side, String call) {
    return side.quota().counts().contains(call, side.product().call(call).isPresent());
  }

  /** Whether one of the one is one of the other, in however many steps it is counted. */
  static boolean isCountedAlike(Unit was, Unit is) {
    return was.kind() == is.kind()
        && (was.kind() != Unit.Kind.MONEY || was.name().equals(is.name()));
  }

  private static String words(Unit unit) {
    return unit.decimals() == 0
        ? unit.name()
        : unit.name() + " to " + unit.decimals() + " decimals";
  }

  /** Of calls that fit, all fit as well where each unit comes back earlier. */
  private static Verdict windows(Window was, Window is) {
    if (was instanceof Window.Rolling before && is instanceof Window.Rolling after) {
      return Verdict.of(after.millis() > before.millis(), after.millis() < before.millis());
    } else if (was instanceof Window.InFlight before && is instanceof Window.InFlight after) {
      return Verdict.of(
          after.forgottenAfterMillis() > before.forgottenAfterMillis(),
          after.forgottenAfterMillis() < before.forgottenAfterMillis());
    }
    return Verdict.MIXED;
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

  private void versions() {
    for (QuotaVersion version : before.quota().versions()) {
      after.quota().versions().stream()
          .filter(each -> each.name().equals(version.name()))
          .findFirst()
          .ifPresent(
              now -> {
                said(version, "dates", during(version), during(now));
                said(version, "grandfather", cohort(version), cohort(now));
              });
    }
    List<Instant> moments = before.dates(after).moments();
    boolean worse = moments.stream().anyMatch(at -> failsCost(after, at) && !failsCost(before, at));
    boolean better =
        moments.stream().anyMatch(at -> failsCost(before, at) && !failsCost(after, at));
    said("failed calls", QuotaChanges::failed, !worse && !better, Verdict.of(worse, better));
  }

  private static boolean failsCost(Pair side, Instant at) {
    return side.quota().versions().stream()
        .filter(version -> version.during().contains(at, side.product().zone()))
        .anyMatch(QuotaVersion::failedCallsCost);
  }

  private static String failed(Quota quota) {
    return quota.versions().stream()
        .map(
            version ->
                (version.failedCallsCost() ? "cost the same " : "cost nothing ") + during(version))
        .map(String::strip)
        .collect(Collectors.joining(", "));
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

  private void said(QuotaVersion version, String what, String was, String is) {
    if (!was.equals(is)) {
      String name = version.name().isEmpty() ? "" : " " + version.name();
      log.add(
          new Change.Said(
              before.quota().id() + name,
              what,
              Optional.of(was).filter(each -> !each.isEmpty()),
              Optional.of(is).filter(each -> !each.isEmpty()),
              Verdict.DIFFERENT));
    }
  }
}
