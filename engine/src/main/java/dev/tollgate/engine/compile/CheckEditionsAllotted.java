package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.EditionChoice;
import dev.tollgate.grammar.tree.Name;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every quota, and every version of one, allots something to every edition. */
final class CheckEditionsAllotted implements Stage {

  /** Stands for everybody in a product without editions. */
  private static final String EVERYBODY = "";

  @Override
  public void run(Draft draft) {
    draft.products.forEach(CheckEditionsAllotted::check);
  }

  private static void check(ProductDraft product) {
    Map<List<AllotLine>, VersionDraft> versions = new LinkedHashMap<>();
    // Lines outside of the versions are in each of them.
    versions(product).forEach(version -> versions.putIfAbsent(version.allotments(), version));
    Map<VersionDraft, Set<String>> missing = new LinkedHashMap<>();
    versions.values().forEach(version -> missing.put(version, missing(product, version)));
    for (Product.Edition edition : product.editions.values().stream().distinct().toList()) {
      nowhere(product, edition.name(), missing);
    }
    missing.forEach((version, editions) -> report(product, version, List.copyOf(editions)));
  }

  private static Stream<VersionDraft> versions(ProductDraft product) {
    return product.allQuotas.stream().flatMap(quota -> quota.versions.stream());
  }

  /** Without those that a line which could not be read, or a misspelt name, may be meant for. */
  private static Set<String> missing(ProductDraft product, VersionDraft version) {
    Set<String> missing = new LinkedHashSet<>();
    product.editions.values().forEach(edition -> missing.add(edition.name()));
    if (product.editions.isEmpty() && !product.draft.isUnread("edition")) {
      missing.add(EVERYBODY);
    }
    version.allotments().forEach(line -> missing.removeAll(line.editions()));
    boolean named = missing.removeIf(product.draft::isDamaged);
    boolean unread = product.draft.isDamaged("allot") && !named;
    List<String> known = product.editions.known().stream().map(Known::name).toList();
    for (String unknown :
        version.allotments().stream().flatMap(line -> unknown(product, line)).toList()) {
      Optional<String> meant = NearestName.of(unknown, known);
      if (meant.isEmpty() || product.draft.isDamaged(unknown)) {
        return Set.of();
      }
      product
          .editions
          .look(meant.get())
          .flatMap(Names.Entry::value)
          .ifPresent(edition -> missing.remove(edition.name()));
    }
    return unread ? Set.of() : missing;
  }

  private static Stream<String> unknown(ProductDraft product, AllotLine line) {
    return line.tree().editions() instanceof EditionChoice.Named named
        ? named.names().stream().map(Name::text).filter(name -> !product.editions.has(name))
        : Stream.of();
  }

  /** What several blocks leave out and no line names is one mistake: where it is declared. */
  private static void nowhere(
      ProductDraft product, String edition, Map<VersionDraft, Set<String>> missing) {
    List<VersionDraft> without =
        missing.keySet().stream()
            .filter(version -> missing.get(version).contains(edition))
            .toList();
    boolean named =
        versions(product)
            .flatMap(version -> version.allotments().stream())
            .filter(line -> line.tree().editions() instanceof EditionChoice.Named)
            .anyMatch(line -> line.editions().contains(edition));
    if (named || without.size() < 2) {
      return;
    }
    without.forEach(version -> missing.get(version).remove(edition));
    Diagnostic found =
        Diagnostic.of(
            DiagnosticCode.EDITION_NOT_ALLOTTED,
            product.editions.look(edition).orElseThrow().name().span(),
            "edition `%s` is allotted nothing by %s"
                .formatted(
                    edition,
                    Wording.list(
                        without.stream().map(version -> version.name().text()).toList(), "and")));
    for (VersionDraft version : without) {
      found = found.withRelated(version.name().span(), "nothing is said of it here");
    }
    product.findings().add(found.withHint("add lines such as `allot %s 1_000`".formatted(edition)));
  }

  private static void report(ProductDraft product, VersionDraft version, List<String> missing) {
    if (missing.isEmpty()) {
      return;
    }
    boolean nobody = version.allotments().isEmpty() || product.editions.isEmpty();
    product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.EDITION_NOT_ALLOTTED,
                    version.name().span(),
                    "`%s` allots nothing to %s"
                        .formatted(
                            version.name().text(),
                            nobody ? "anybody" : Wording.list(missing, "and")))
                .withHint("add a line such as `allot %s 1_000`".formatted(missing.get(0))));
  }
}
