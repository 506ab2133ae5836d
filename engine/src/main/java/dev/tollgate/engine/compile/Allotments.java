package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Position;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Cap;
import dev.tollgate.grammar.tree.EditionChoice;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.QuotaClause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the allot lines of a quota or of one of its versions. */
final class Allotments {

  private final QuotaDraft quota;
  private final ProductDraft product;

  Allotments(QuotaDraft quota) {
    this.quota = quota;
    this.product = quota.product;
  }

  List<AllotLine> read(List<QuotaClause.Allot> trees) {
    List<AllotLine> lines = new ArrayList<>(trees.stream().map(this::read).toList());
    new SameAs(product, lines).resolve();
    return lines;
  }

  private AllotLine read(QuotaClause.Allot tree) {
    Optional<Name> bare = editionForAmount(tree);
    if (bare.isPresent()) {
      return withoutAmount(tree, bare.get());
    }
    Set<Product.Edition> editions = editions(tree);
    Set<String> names = new LinkedHashSet<>();
    editions.forEach(edition -> names.add(edition.name()));
    if (product.editions.isEmpty()) {
      names.add("");
    }
    Optional<Condition> when = Conditions.ofAccounts(quota, tree.when());
    if (isForNobody(tree)) {
      return new AllotLine(tree, names, when, List.of());
    }
    if (tree.amount() instanceof dev.tollgate.grammar.tree.Amount.SameAs) {
      return new AllotLine(tree, names, when, List.of());
    }
    Optional<Allotment.Grant> grant =
        grant(tree.amount(), tree.cap(), editions).filter(read -> !isForSome(tree));
    List<AllotLine.Part> parts =
        grant
            .flatMap(read -> when.map(holds -> new AllotLine.Part(holds, read)))
            .map(List::of)
            .orElse(List.of());
    return new AllotLine(tree, names, when, parts);
  }

  private Set<Product.Edition> editions(QuotaClause.Allot tree) {
    Set<Product.Edition> all = new LinkedHashSet<>(product.editions.values());
    EditionChoice choice = tree.editions();
    if (choice instanceof EditionChoice.Named named) {
      if (quota.isShared()) {
        sharedByAll(named);
        return all;
      }
      return named(named.names());
    }
    if (isForNobody(tree)) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.CLAUSE_MISSING,
                      tree.span(),
                      "the line does not say for which editions it is")
                  .withHint("name them, or say `any edition`"));
    }
    return all;
  }

  /** Whether a line names no edition where there are some; what it says is not read then. */
  private boolean isForNobody(QuotaClause.Allot tree) {
    return tree.editions() instanceof EditionChoice.Unsaid
        && !product.editions.isEmpty()
        && !quota.isShared();
  }

  /** The edition of a line such as {@code allot pro}, in which no amount stands behind it. */
  private Optional<Name> editionForAmount(QuotaClause.Allot tree) {
    return tree.editions() instanceof EditionChoice.Unsaid
            && tree.amount() instanceof dev.tollgate.grammar.tree.Amount.FactValue value
            && !product.facts.has(value.fact().text())
            && product.editions.has(value.fact().text())
        ? Optional.of(value.fact())
        : Optional.empty();
  }

  private AllotLine withoutAmount(QuotaClause.Allot tree, Name edition) {
    Position end = edition.span().end();
    product
        .findings()
        .add(
            DiagnosticCode.MISSING_TEXT,
            new Span(edition.span().file(), end, end),
            "expected an amount after `%s`".formatted(edition.text()));
    Set<String> names = new LinkedHashSet<>();
    product.editions.find(edition).ifPresent(found -> names.add(found.name()));
    return new AllotLine(tree, names, Optional.empty(), List.of());
  }

  private Set<Product.Edition> named(List<Name> names) {
    Set<Product.Edition> editions = new LinkedHashSet<>();
    for (Name name : names) {
      Optional<Product.Edition> edition = product.editions.find(name);
      if (edition.isPresent() && !editions.add(edition.get())) {
        product
            .findings()
            .add(
                DiagnosticCode.ALLOTMENTS_OVERLAP,
                name.span(),
                "the line names edition `%s` twice".formatted(edition.get().name()));
      }
    }
    return editions;
  }

  /** Whether a line of a shared counter names editions, which is wrong and reported. */
  private boolean isForSome(QuotaClause.Allot tree) {
    return quota.isShared() && tree.editions() instanceof EditionChoice.Named;
  }

  private void sharedByAll(EditionChoice.Named named) {
    product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.SHARED_BY_ACCOUNTS,
                    named.span(),
                    "accounts of all editions share one counter, so they share one allotment")
                .withHint("say `any edition`"));
  }

  /** How much a line gives; contracts state the same. */
  Optional<Allotment.Grant> grant(
      dev.tollgate.grammar.tree.Amount amount,
      Optional<Cap> cap,
      Iterable<Product.Edition> editions) {
    List<Product.Edition> numbered = new ArrayList<>();
    editions.forEach(numbered::add);
    if (quota.unit().isEmpty() || quota.window.isEmpty()) {
      return Optional.empty();
    }
    boolean capacity = amount instanceof dev.tollgate.grammar.tree.Amount.Capacity;
    if (capacity != quota.isBucket()) {
      product
          .findings()
          .add(
              DiagnosticCode.AMOUNT_MISPLACED,
              amount.span(),
              capacity
                  ? "a capacity is for a bucket, and the window is `%s`"
                      .formatted(quota.window.get().text())
                  : "a bucket is allotted as `capacity N refill M per second`");
      return Optional.empty();
    }
    if (amount instanceof dev.tollgate.grammar.tree.Amount.Capacity bucket) {
      return bucket(bucket, cap);
    }
    Amounts amounts = Amounts.of(quota, numbered).orElseThrow();
    Optional<Amount> read = amounts.read(amount);
    if (cap.isEmpty() || !(cap.get() instanceof Cap.At at)) {
      return read.map(most -> new Allotment.Grant.Limit(most, Optional.empty()));
    }
    Optional<Amount> most = amounts.read(at.amount());
    return read.flatMap(
        sum -> most.map(bound -> new Allotment.Grant.Limit(sum, Optional.of(bound))));
  }

  private Optional<Allotment.Grant> bucket(
      dev.tollgate.grammar.tree.Amount.Capacity bucket, Optional<Cap> cap) {
    if (cap.isPresent()) {
      product
          .findings()
          .add(
              DiagnosticCode.AMOUNT_MISPLACED,
              cap.get().span(),
              "a bucket holds its capacity, and needs no cap");
      return Optional.empty();
    }
    Optional<Amount.Constant> capacity = constant(bucket.capacity());
    Optional<Amount.Constant> refill = constant(bucket.refill());
    OptionalLong millis = new Lengths(product.draft).millis(bucket.every());
    if (capacity.isEmpty() || refill.isEmpty() || millis.isEmpty()) {
      return Optional.empty();
    }
    if (refill.get().value().signum() == 0) {
      product
          .findings()
          .add(
              DiagnosticCode.NUMBER_OUT_OF_RANGE,
              bucket.refill().span(),
              "a bucket that refills by `%s` stays empty once it is"
                  .formatted(bucket.refill().number().written()));
      return Optional.empty();
    }
    return Optional.of(
        new Allotment.Grant.Bucket(capacity.get(), refill.get(), millis.getAsLong()));
  }

  private Optional<Amount.Constant> constant(dev.tollgate.grammar.tree.Quantity quantity) {
    return product
        .quantities
        .amount(quantity, quota.unit().orElseThrow())
        .map(value -> new Amount.Constant(value, product.sources().place(quantity.span())));
  }
}
