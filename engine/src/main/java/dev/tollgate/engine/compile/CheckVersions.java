package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.time.Instant;
import java.util.Comparator;
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
        if (versions.size() == quota.versions.size() && !draft.isDamaged("version")) {
          lasts(quota, versions);
        }
      }
    }
  }

  /** Where the last version ends, the quota counts nothing any more. */
  private static void lasts(QuotaDraft quota, List<VersionDraft> versions) {
    versions.stream()
        .max(Comparator.comparing(version -> end(quota.product, version)))
        .filter(version -> version.during().flatMap(Stretch::until).isPresent())
        .ifPresent(
            last ->
                quota
                    .product
                    .findings()
                    .add(
                        Diagnostic.of(
                                DiagnosticCode.LAST_VERSION_ENDS,
                                last.dates(),
                                "from %s on no version of `%s` is in force, and it counts nothing"
                                    .formatted(
                                        last.during().flatMap(Stretch::until).orElseThrow(),
                                        quota.name()))
                            .withHint("let it go on, or add the version that follows")));
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
