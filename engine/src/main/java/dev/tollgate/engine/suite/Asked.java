package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Lines;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.tree.Action;
import dev.tollgate.grammar.tree.SubCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of the policy that say whether a step can be asked for at all, or is refused. */
final class Asked implements Action.Visitor<List<Because>> {

  private final Product product;
  private final Lines lines;

  Asked(Product product, Lines lines) {
    this.product = product;
    this.lines = lines;
  }

  /** Who may hold an add-on, and how much of it. */
  List<Because> addOn(String name) {
    return product.addOn(name).stream()
        .flatMap(
            addOn ->
                Stream.of("for", "most", "needs")
                    .map(word -> lines.of(addOn.place(), word))
                    .filter(place -> !place.equals(addOn.place()))
                    .map(place -> bound(addOn, place)))
        .toList();
  }

  private static Because bound(AddOn addOn, Place place) {
    return new Because("bounds what may be held of " + addOn.name(), Optional.of(place));
  }

  @Override
  public List<Because> consume(Action.Consume consume) {
    return List.of();
  }

  @Override
  public List<Because> call(Action.Call call) {
    List<Because> found = new ArrayList<>(declared(call.call().text()));
    for (SubCall inside : call.subCalls()) {
      found.addAll(declared(inside.call().text()));
    }
    return found;
  }

  private List<Because> declared(String name) {
    return product.call(name).stream()
        .map(call -> new Because(name + " takes " + parameters(call), Optional.of(call.place())))
        .toList();
  }

  private static String parameters(Product.Call call) {
    List<String> taken = new ArrayList<>();
    call.composedOf().ifPresent(most -> taken.add("up to " + most + " calls"));
    for (Product.Parameter parameter : call.parameters().values()) {
      String most =
          parameter.most().isPresent()
              ? " up to " + Wording.number(BigDecimal.valueOf(parameter.most().getAsLong()))
              : "";
      taken.add(parameter.name() + most);
    }
    return taken.isEmpty() ? "no parameter" : String.join(", ", taken);
  }

  @Override
  public List<Because> commit(Action.Commit commit) {
    return List.of();
  }

  @Override
  public List<Because> cancel(Action.Cancel cancel) {
    return List.of();
  }

  @Override
  public List<Because> buy(Action.Buy buy) {
    return addOn(buy.addOn().text());
  }

  @Override
  public List<Because> change(Action.Change change) {
    return List.of();
  }
}
