package dev.tollgate.engine.coverage;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds moments for drafts. */
final class Moments {

  /** In a policy that names no date any one will do. */
  private static final Instant ANY = Instant.parse("2026-01-01T00:00:00Z");

  private Moments() {}

  /** Moments in a stretch, for accounts without a zone of their own. */
  static List<Instant> in(Stretch stretch, Product product) {
    Instant usual = usual(product);
    Stream<Instant> begin = stretch.from().map(bound -> bound.in(product.zone())).stream();
    Stream<Instant> end =
        stretch.until().map(bound -> bound.in(product.zone()).minus(Duration.ofDays(1))).stream();
    return Stream.of(Stream.of(usual), begin, end)
        .flatMap(moments -> moments)
        .filter(moment -> stretch.contains(moment, product.zone()))
        .distinct()
        .toList();
  }

  /** When the newest terms of all quotas are in force. */
  private static Instant usual(Product product) {
    return Stream.concat(
            Stream.of(ANY),
            product.quotas().stream()
                .map(Quota::versions)
                .flatMap(List::stream)
                .map(QuotaVersion::during)
                .flatMap(during -> during.from().stream())
                .map(bound -> bound.in(product.zone())))
        .max(Comparator.naturalOrder())
        .orElse(ANY);
  }
}
