package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.tree.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a condition may ask about by its bare name has a name of its own. */
final class CheckSubjects implements Stage {

  /** A declaration among those of its kind, within which names are distinct already. */
  private record Declared(Name name, String kind) {}

  @Override
  public void run(Draft draft) {
    draft.products.forEach(CheckSubjects::check);
  }

  private static void check(ProductDraft product) {
    List<Declared> all = new ArrayList<>();
    product.facts.entries().forEach(entry -> all.add(new Declared(entry.name(), "fact")));
    product.keys.entries().forEach(entry -> all.add(new Declared(entry.name(), "key")));
    // A singular may be a key as well: `user` beside `users`.
    Set<String> plurals = new HashSet<>();
    product.seats.values().stream().map(Product.Seat::plural).forEach(plurals::add);
    product.seats.entries().stream()
        .filter(entry -> plurals.contains(entry.name().text()))
        .forEach(entry -> all.add(new Declared(entry.name(), "seat")));
    product.calls.values().stream()
        .flatMap(call -> call.parameters().values().stream())
        .distinct()
        .forEach(parameter -> all.add(new Declared(parameter.name, "parameter")));
    all.sort(Comparator.comparing(declared -> declared.name().span()));
    Map<String, Declared> first = new HashMap<>();
    for (Declared declared : all) {
      Declared other = first.putIfAbsent(declared.name().text(), declared);
      if (other != null && !other.kind().equals(declared.kind())) {
        Name name = declared.name();
        product.findings().add(Names.declaredTwice(name.text(), name.span(), other.name().span()));
      }
    }
  }
}
