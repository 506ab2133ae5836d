package dev.tollgate.server.command;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.CostTerms;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words which accounts and calls a change is about. */
record DiffWhom(Policy before, Policy after) {

  /** The product that knows what a change is about: one of them may have another name for it. */
  Product product(Amounts amounts) {
    String subject = amounts.subject();
    int dot = subject.indexOf('.');
    String name = subject.substring(dot + 1);
    return Stream.of(after, before)
        .flatMap(policy -> policy.product(subject.substring(0, dot)).stream())
        .filter(each -> each.quota(name).isPresent() || each.addOn(name).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** What an amount is counted in. */
  String unit(Amounts amounts) {
    Product product = product(amounts);
    String name = amounts.subject().substring(product.name().length() + 1);
    return switch (amounts.measure()) {
      case ALLOTMENT, INCLUDED, COST -> product.quota(name).orElseThrow().unit().plural();
      case REFILL -> product.quota(name).orElseThrow().unit().plural() + " a day";
      case MOST -> product.addOn(name).orElseThrow().unit().plural();
      case PRICE -> money(product.addOn(name).orElseThrow());
    };
  }

  private static String money(AddOn addOn) {
    String currency = addOn.price().map(Price::currency).orElse("");
    return addOn
        .bought()
        .map(bought -> currency + (bought == AddOn.Bought.PER_DAY ? " a day" : " a month"))
        .orElse(currency);
  }

  /** A date where a day of the product begins then, under both policies. */
  String moment(Amounts amounts, Instant moment) {
    String product = product(amounts).name();
    Set<ZoneId> zones =
        Stream.of(before, after)
            .flatMap(policy -> policy.product(product).stream())
            .map(Product::zone)
            .collect(Collectors.toSet());
    ZonedDateTime there =
        moment.atZone(zones.size() == 1 ? zones.iterator().next() : ZoneOffset.UTC);
    boolean dayBegins = there.toLocalTime().equals(LocalTime.MIDNIGHT) && zones.size() == 1;
    return dayBegins ? there.toLocalDate().toString() : moment.toString();
  }

  /** The word for one of a number. */
  String singular(Amounts amounts, Attribute number) {
    String name = number.name();
    return switch (number.kind()) {
      case SEAT -> product(amounts).seat(name).map(Product.Seat::singular).orElse(name);
      // As the language has it: `1 per record` of the parameter `records`.
      case PARAMETER -> name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
      default -> name;
    };
  }

  /** The word for several of a number. */
  String plural(Amounts amounts, Attribute number) {
    return number.kind() == Attribute.Kind.SEAT
        ? product(amounts).seat(number.name()).map(Product.Seat::plural).orElse(number.name())
        : number.name();
  }

  /**
   * What tells accounts and calls from others; empty when nothing does.
   *
   * @param number what else is told by its ranges
   */
  Optional<String> of(Amounts amounts, Box box, Optional<Attribute> number) {
    Box all = all(amounts);
    List<String> tests = new ArrayList<>();
    box.sides()
        .forEach(
            (attribute, values) -> {
              ValueSet narrow = values.intersect(all.side(attribute));
              boolean itself = number.equals(Optional.of(attribute));
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

  /** All accounts and calls that a change could be about. */
  Box all(Amounts amounts) {
    Product product = product(amounts);
    String name = amounts.names().stream().findFirst().orElse("");
    Quota quota =
        product
            .quota(amounts.subject().substring(product.name().length() + 1))
            .orElseGet(() -> product.quotas().get(0));
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>();
    switch (amounts.measure()) {
      case ALLOTMENT, REFILL, INCLUDED, MOST -> {
        sides.putAll(
            new AllotmentTerms(product, quota, name, List.of(), amounts.at()).accounts().sides());
        sides.remove(Attribute.EDITION);
      }
      case COST ->
          sides.putAll(
              new CostTerms(product, quota, name, List.of(), amounts.at()).calls().sides());
      case PRICE ->
          amounts.shifts().stream()
              .flatMap(shift -> shift.box().sides().entrySet().stream())
              .forEach(side -> sides.merge(side.getKey(), side.getValue(), ValueSet::union));
    }
    return new Box(sides);
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
      if (words.words().isEmpty()) {
        return name + " is given";
      }
      return words.words().size() == 1
          ? name + (words.allBut() ? " is not " : " is ") + listed
          : name + (words.allBut() ? " not in (" : " in (") + listed + ")";
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
    if (open && attribute.kind() == Attribute.Kind.SIGNED_UP) {
      return "before " + written(amounts, attribute, interval.most() + 1);
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
        : AmountWords.number(
            Rational.of(BigDecimal.valueOf(number, type.map(ValueType::decimals).orElse(0))));
  }
}
