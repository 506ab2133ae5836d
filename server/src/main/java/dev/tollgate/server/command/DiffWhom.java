package dev.tollgate.server.command;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.CostTerms;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words which accounts and calls a change is about. */
record DiffWhom(Policy before, Policy after) {

  private Product product(Amounts amounts) {
    String subject = amounts.subject();
    String name = subject.substring(0, subject.indexOf('.'));
    return after.product(name).or(() -> before.product(name)).orElseThrow();
  }

  /** The word for one of a number. */
  String singular(Amounts amounts, Attribute number) {
    return number.kind() == Attribute.Kind.SEAT
        ? product(amounts).seat(number.name()).map(Product.Seat::singular).orElse(number.name())
        : number.name();
  }

  /** The word for several of a number. */
  String plural(Amounts amounts, Attribute number) {
    return number.kind() == Attribute.Kind.SEAT
        ? product(amounts).seat(number.name()).map(Product.Seat::plural).orElse(number.name())
        : number.name();
  }

  /** What tells these accounts and calls from others; empty when nothing does. */
  Optional<String> of(Amounts amounts, Shift shift) {
    Product product = product(amounts);
    Box all = all(amounts, product);
    List<String> tests = new ArrayList<>();
    shift
        .box()
        .sides()
        .forEach(
            (attribute, values) -> {
              ValueSet narrow = values.intersect(all.side(attribute));
              boolean itself = shift.number().equals(Optional.of(attribute));
              if (!covers(narrow, all.side(attribute), itself)) {
                tests.add(test(amounts, attribute, narrow));
              }
            });
    return tests.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", tests));
  }

  /**
   * Whether values are all that there are; of a number that segments are about, all that a call can
   * give.
   */
  private static boolean covers(ValueSet values, ValueSet all, boolean itself) {
    ValueSet there = itself ? all.intersect(ValueSet.given(true)) : all;
    return there.minus(values).isEmpty();
  }

  private static Box all(Amounts amounts, Product product) {
    String quota = amounts.subject().substring(amounts.subject().indexOf('.') + 1);
    String name = amounts.names().stream().findFirst().orElse("");
    return switch (amounts.measure()) {
      case ALLOTMENT, REFILL, INCLUDED ->
          new AllotmentTerms(
                  product, product.quota(quota).orElseThrow(), name, List.of(), amounts.at())
              .accounts();
      case COST ->
          new CostTerms(product, product.quota(quota).orElseThrow(), name, List.of(), amounts.at())
              .calls();
      case PRICE, MOST -> new Box(amounts.shifts().get(0).box().sides());
    };
  }

  private String test(Amounts amounts, Attribute attribute, ValueSet values) {
    String name =
        attribute.kind() == Attribute.Kind.SEAT ? plural(amounts, attribute) : attribute.toString();
    if (values.isEmpty()
        || values.equals(
            ValueSet.everything(attribute.number()).minus(ValueSet.given(attribute.number())))) {
      return name + " is not given";
    }
    if (values instanceof ValueSet.Words words) {
      String listed = String.join(", ", words.words());
      return name + (words.allBut() ? " not in (" : " in (") + listed + ")";
    }
    return ((ValueSet.Numbers) values)
        .intervals().stream()
            .map(interval -> name + " " + interval(amounts, attribute, interval))
            .collect(Collectors.joining(" or "));
  }

  private String interval(Amounts amounts, Attribute attribute, ValueSet.Interval interval) {
    boolean open =
        interval.least() == Long.MIN_VALUE
            || interval.least() == 0 && attribute.kind() != Attribute.Kind.SIGNED_UP;
    if (interval.least() == interval.most()) {
      return "is " + written(amounts, attribute, interval.least());
    }
    if (interval.most() == Long.MAX_VALUE) {
      return "from " + written(amounts, attribute, interval.least());
    }
    return open
        ? "at most " + written(amounts, attribute, interval.most())
        : written(amounts, attribute, interval.least())
            + ".."
            + written(amounts, attribute, interval.most());
  }

  private String written(Amounts amounts, Attribute attribute, long number) {
    Optional<ValueType> type =
        attribute.kind() == Attribute.Kind.FACT
            ? product(amounts).fact(attribute.name()).map(Product.Fact::type)
            : Optional.empty();
    boolean date =
        attribute.kind() == Attribute.Kind.SIGNED_UP
            || type.filter(ValueType.Date.class::isInstance).isPresent();
    return date
        ? LocalDate.ofEpochDay(number).toString()
        : DiffWords.number(
            Rational.of(BigDecimal.valueOf(number, type.map(ValueType::decimals).orElse(0))));
  }
}
