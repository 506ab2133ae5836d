package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Drafts that look at what a call costs. */
final class CallDrafts {

  private static final String GUESS = "cost 0";
  private static final String UNDECLARED = "something.else";

  private final Product product;
  private final People people;

  CallDrafts(Product product) {
    this.product = product;
    this.people = new People(product);
  }

  /**
   * Calls about which the line decides.
   *
   * @param fixed parameters that have this value
   */
  Stream<Draft> of(Item item, CostClause clause, Map<String, Long> fixed) {
    // Plain accounts with every call come before larger ones with any: these are hardly needed.
    return Stream.concat(
        of(item, clause, fixed, Stream::of), of(item, clause, fixed, people::sizesOf));
  }

  private Stream<Draft> of(
      Item item,
      CostClause clause,
      Map<String, Long> fixed,
      Function<Person, Stream<Person>> sizes) {
    List<Instant> moments = Moments.in(clause.during(), product);
    return names(clause).stream()
        .flatMap(
            name ->
                people
                    .in(region(clause, name, fixed))
                    .flatMap(sizes)
                    .map(clause.change())
                    .flatMap(
                        person ->
                            moments.stream()
                                .map(moment -> draft(item, clause, name, person, moment))));
  }

  private List<String> names(CostClause clause) {
    List<String> names =
        new ArrayList<>(
            new TreeSet<>(clause.line().calls().declared())
                .stream().filter(clause.quota().counts().declared()::contains).toList());
    boolean undeclared =
        product.open()
            && clause.line().calls().undeclared()
            && clause.quota().counts().undeclared()
            && product.call(UNDECLARED).isEmpty();
    if (undeclared) {
      names.add(UNDECLARED);
    }
    return names;
  }

  private Region region(CostClause clause, String name, Map<String, Long> fixed) {
    Region region = clause.decides(name, product.call(name).isPresent());
    for (Map.Entry<String, Long> parameter : fixed.entrySet()) {
      region =
          region.intersect(
              Region.of(
                  Box.of(
                      Attribute.parameter(parameter.getKey(), true),
                      ValueSet.number(parameter.getValue()))));
    }
    return region;
  }

  private Draft draft(Item item, CostClause clause, String name, Person person, Instant moment) {
    Person asking = person;
    for (Map.Entry<String, Long> parameter :
        CostParts.parameters(clause.line().cost()).entrySet()) {
      Attribute attribute = Attribute.parameter(parameter.getKey(), true);
      if (person.value(attribute).isEmpty()) {
        asking = asking.with(attribute, Value.number(parameter.getValue()));
      }
    }
    List<String> lines = new ArrayList<>(AmountDrafts.begin(person, moment));
    lines.add(words(clause.quota(), name, asking) + "  expect " + Draft.EXPECTED);
    return new Draft(item.target(), new Clause(clause.line().text()).title(item), lines, GUESS);
  }

  /** A call of an account, with whatever it takes to say. */
  String words(Quota quota, String name, Person person) {
    StringBuilder words = new StringBuilder("call     ").append(name);
    if (product.call(name).filter(call -> call.composedOf().isPresent()).isPresent()) {
      inside(quota).ifPresent(call -> words.append(" of (").append(call).append(')'));
    }
    List<String> arguments = new ArrayList<>();
    product
        .call(name)
        .ifPresent(
            call -> call.parameters().values().forEach(each -> add(each, person, arguments)));
    if (!arguments.isEmpty()) {
      words.append(" with ").append(String.join(", ", arguments));
    }
    for (String key : product.keys()) {
      String value = person.value(Attribute.key(key)).map(Value::toString).orElse("a");
      if (quota.scope().keys().contains(key) || person.value(Attribute.key(key)).isPresent()) {
        words.append(" key ").append(key).append(' ').append(Literals.quoted(value));
      }
    }
    person.value(Attribute.CHANNEL).ifPresent(channel -> words.append(" channel ").append(channel));
    return words.toString();
  }

  private static void add(Product.Parameter parameter, Person person, List<String> arguments) {
    person
        .value(Attribute.parameter(parameter.name(), parameter.type().isNumber()))
        .map(value -> parameter.name() + " " + Literals.of(parameter.type(), value))
        .ifPresent(arguments::add);
  }

  /** A plain call to put into a composite one. */
  private Optional<String> inside(Quota quota) {
    return product.calls().stream()
        .filter(call -> call.composedOf().isEmpty() && call.parameters().isEmpty())
        .map(Product.Call::name)
        .filter(quota.counts().declared()::contains)
        .findFirst();
  }
}
