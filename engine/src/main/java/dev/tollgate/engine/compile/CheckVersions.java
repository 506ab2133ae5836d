package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Versions follow each other: no two at once, and no time between two without one. */
final class CheckVersions implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      for (QuotaDraft quota : product.allQuotas) {
        List<VersionDraft> versions =
            quota.versions.stream()
                .filter(version -> version.during().isPresent())
                // When it is in force may not have been read.
                .filter(version -> !draft.isDamaged(version.name().text()))
                .toList();
        for (int i = 1; i < versions.size(); i++) {
          follow(product, versions.subList(0, i), versions.get(i));
        }
      }
    }
  }

  /** Compares a version with the one before it that ends last. */
  private static void follow(
      ProductDraft product, List<VersionDraft> earlier, VersionDraft version) {
    VersionDraft last = earlier.get(0);
    for (VersionDraft other : earlier) {
      last = end(product, other).isAfter(end(product, last)) ? other : last;
    }
    Instant begin =
        version.during().flatMap(Stretch::from).map(at -> at.in(product.zone)).orElse(Instant.MIN);
    Instant end = end(product, last);
    String name = version.name().text();
    String before = last.name().text();
    if (begin.isBefore(end)) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.VERSIONS_OVERLAP,
                      version.dates(),
                      "`%s` is in force %s, and `%s` begins %s"
                          .formatted(
                              before,
                              bound("until ", last.during().flatMap(Stretch::until), "without end"),
                              name,
                              bound("on ", version.during().flatMap(Stretch::from), "before it")))
                  .withRelated(last.dates(), "the other version"));
    } else if (begin.isAfter(end)) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.GAP_BETWEEN_VERSIONS,
                      version.dates(),
                      "from %s to %s neither `%s` nor `%s` is in force"
                          .formatted(
                              last.during().flatMap(Stretch::until).orElseThrow(),
                              version.during().flatMap(Stretch::from).orElseThrow(),
                              before,
                              name))
                  .withRelated(last.dates(), "the version before it"));
    }
  }

  private static String bound(String word, Optional<Stretch.Bound> bound, String none) {
    return bound.map(at -> word + at).orElse(none);
  }

  private static Instant end(ProductDraft product, VersionDraft version) {
    return version
        .during()
        .flatMap(Stretch::until)
        .map(at -> at.in(product.zone))
        .orElse(Instant.MAX);
  }
}
