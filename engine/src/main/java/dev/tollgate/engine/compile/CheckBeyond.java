package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.QuotaClause;
import java.util.ArrayList;
import java.util.List;

/** Every line about calls without room applies to some call at some time. */
final class CheckBeyond implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      Space space = product.space();
      product.allQuotas.forEach(quota -> check(quota, space));
    }
  }

  private static void check(QuotaDraft quota, Space space) {
    Region rest = Region.of(space.accounts());
    List<QuotaClause> above = new ArrayList<>();
    try {
      for (QuotaClause line : quota.clauses.beyond) {
        Place place = quota.product.sources().place(line.span());
        List<Beyond> read =
            quota.beyond.stream().filter(beyond -> beyond.place().equals(place)).toList();
        if (read.isEmpty()) {
          // The line is wrong and reported: nobody knows what it leaves.
          return;
        }
        Region here = Region.of(read.get(0).when()).intersect(space.during(read.get(0).during()));
        if (rest.intersect(here).isEmpty()) {
          report(quota, line, above);
        }
        rest = rest.minus(here);
        above.add(line);
      }
    } catch (Region.TooManyBoxes tooMany) {
      quota
          .product
          .findings()
          .add(
              DiagnosticCode.CONDITION_TOO_LARGE,
              quota.tree.name().span(),
              "the lines about calls without room come to too many cases to compare");
    }
  }

  private static void report(QuotaDraft quota, QuotaClause line, List<QuotaClause> above) {
    Diagnostic found =
        Diagnostic.of(
            DiagnosticCode.HIDDEN_LINE, line.span(), "no call without room reaches this line");
    for (QuotaClause other : above) {
      found = found.withRelated(other.span(), "this line decides first");
    }
    quota.product.findings().add(found);
  }
}
