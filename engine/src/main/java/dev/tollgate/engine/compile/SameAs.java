package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Amount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives lines that say `same as professional` what the lines of that edition give. */
final class SameAs {

  /** Lines of one edition; each is compared with each other. */
  private static final int MOST_PARTS = 500;

  private final ProductDraft product;
  private final List<AllotLine> lines;

  /** Lines already followed, by their index, while one is resolved. */
  private final Set<Integer> followed = new HashSet<>();

  /** Lines that are wrong and reported. */
  private final Set<Integer> broken = new HashSet<>();

  SameAs(ProductDraft product, List<AllotLine> lines) {
    this.product = product;
    this.lines = lines;
  }

  /** Replaces the lines in place. */
  void resolve() {
    for (int i = 0; i < lines.size(); i++) {
      followed.clear();
      resolve(i);
    }
  }

  private void resolve(int index) {
    AllotLine line = lines.get(index);
    boolean open = line.tree().amount() instanceof Amount.SameAs && line.grants().isEmpty();
    if (!open || line.when().isEmpty() || broken.contains(index)) {
      return;
    }
    followed.add(index);
    Amount.SameAs same = (Amount.SameAs) line.tree().amount();
    Optional<String> edition = product.editions.find(same.edition()).map(found -> found.name());
    if (edition.isEmpty()) {
      return;
    }
    if (line.tree().cap().isPresent()) {
      product
          .findings()
          .add(
              DiagnosticCode.AMOUNT_MISPLACED,
              line.tree().cap().get().span(),
              "`same as` takes the cap too, and no other can stand beside it");
      return;
    }
    List<AllotLine.Part> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).editions().contains(edition.get())) {
        if (followed.contains(i)) {
          circular(same, lines.get(i));
          return;
        }
        resolve(i);
        lines.get(i).grants().forEach(part -> parts.add(under(line.when().get(), part)));
      }
    }
    if (parts.size() > MOST_PARTS) {
      broken.add(index);
      product
          .findings()
          .add(
              DiagnosticCode.CONDITION_TOO_LARGE,
              same.span(),
              "edition `%s` has more than %d lines".formatted(edition.get(), MOST_PARTS));
      return;
    }
    followed.remove(index);
    lines.set(index, new AllotLine(line.tree(), line.editions(), line.when(), parts));
  }

  private static AllotLine.Part under(Condition when, AllotLine.Part part) {
    Allotment.Grant grant = part.grant();
    if (when.isAlways() || part.when().isAlways()) {
      return new AllotLine.Part(when.isAlways() ? part.when() : when, grant);
    }
    return new AllotLine.Part(new Condition.All(List.of(when, part.when())), grant);
  }

  /** Said once for all lines of the circle. */
  private void circular(Amount.SameAs same, AllotLine line) {
    broken.addAll(followed);
    Diagnostic found =
        Diagnostic.of(
            DiagnosticCode.CIRCULAR,
            same.edition().span(),
            "`%s` comes back to this line".formatted(product.sources().words(same.span())));
    Span through = line.tree().amount().span();
    product
        .findings()
        .add(through.equals(same.span()) ? found : found.withRelated(through, "through this line"));
  }
}
