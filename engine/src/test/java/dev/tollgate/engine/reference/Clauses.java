package dev.tollgate.engine.reference;

import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.List;
import java.util.Optional;

/** Finds clauses in a tree. */
record Clauses(SourceTree tree) {

  static <T> List<T> of(List<?> clauses, Class<T> kind) {
    return clauses.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static <T> Optional<T> first(List<?> clauses, Class<T> kind) {
    return of(clauses, kind).stream().findFirst();
  }

  Declaration.Product product() {
    return of(tree.declarations(), Declaration.Product.class).get(0);
  }

  <T extends ProductClause> List<T> inProduct(Class<T> kind) {
    return of(product().clauses(), kind);
  }

  boolean isDeclared(String call) {
    return inProduct(ProductClause.Calls.class).stream()
        .flatMap(calls -> calls.names().stream())
        .anyMatch(name -> name.text().equals(call));
  }
}
