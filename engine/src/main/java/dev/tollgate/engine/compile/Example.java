package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes out a member of a region, so that an author sees whom or what a fault is about. */
final class Example {

  private Example() {}

  /**
   * The plainest member: "`users` is 20 and `cvid` is not given".
   *
   * @param region not empty
   * @param all everything there is; what the region does not narrow is left out
   * @return empty when the region does not narrow anything
   */
  static Optional<String> of(ProductDraft product, Region region, Box all) {
    List<String> parts =
        region.boxes().stream()
            .map(box -> parts(product, box, all))
            .min(Comparator.comparingInt(List::size))
            .orElseThrow();
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", parts));
  }

  private static List<String> parts(ProductDraft product, Box box, Box all) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Attribute, ValueSet> side : box.sides().entrySet()) {
      Attribute attribute = side.getKey();
      ValueSet values = side.getValue().intersect(all.side(attribute));
      if (!values.equals(all.side(attribute))) {
        parts.add(part(product, attribute, values));
      }
    }
    return parts;
  }

  private static String part(ProductDraft product, Attribute attribute, ValueSet values) {
    if (attribute.equals(Space.TIME)) {
      return "the time is " + Instant.ofEpochMilli(moment((ValueSet.Numbers) values));
    }
    String name =
        attribute.kind() == Attribute.Kind.SEAT
            ? product
                .seats
                .look(attribute.name())
                .flatMap(Names.Entry::value)
                .map(Product.Seat::plural)
                .orElseThrow()
            : attribute.toString();
    if (values.containsAbsent()) {
      return "`" + name + "` is not given";
    }
    return "`" + name + "` is " + written(product, attribute, values.example().orElseThrow());
  }

  /** The first moment; of what has always been so, the last. */
  private static long moment(ValueSet.Numbers times) {
    ValueSet.Interval first = times.intervals().get(0);
    return first.least() == Long.MIN_VALUE ? first.most() : first.least();
  }

  private static String written(ProductDraft product, Attribute attribute, Value value) {
    if (value instanceof Value.Word word) {
      return "\"" + word.text() + "\"";
    }
    ValueType type = type(product, attribute);
    if (type instanceof ValueType.Date) {
      return LocalDate.ofEpochDay(number(value)).toString();
    }
    String number = Wording.number(BigDecimal.valueOf(number(value), type.decimals()));
    return type instanceof ValueType.Percent ? number + "%" : number;
  }

  private static ValueType type(ProductDraft product, Attribute attribute) {
    return switch (attribute.kind()) {
      case SIGNED_UP -> new ValueType.Date();
      case FACT ->
          product
              .facts
              .look(attribute.name())
              .flatMap(Names.Entry::value)
              .map(Product.Fact::type)
              .orElseThrow();
      case PARAMETER ->
          product.calls.values().stream()
              .flatMap(call -> call.parameters().values().stream())
              .filter(parameter -> parameter.name.text().equals(attribute.name()))
              .map(ParameterDraft::type)
              .filter(ValueType::isNumber)
              .findFirst()
              .orElse(new ValueType.Count());
      case ADD_ON ->
          new ValueType.Quantity(
              product.addOns.look(attribute.name()).flatMap(Names.Entry::value).orElseThrow().unit);
      case SEAT, EDITION, KEY, CHANNEL -> new ValueType.Count();
    };
  }

  private static long number(Value value) {
    return ((Value.Number) value).steps();
  }
}
