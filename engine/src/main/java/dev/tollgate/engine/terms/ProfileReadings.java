package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition.Reading;
import dev.tollgate.engine.policy.Condition.Readings;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.util.Optional;

/**
 * What an account's profile says about each attribute. A fact that is not stated has the value that
 * the policy assumes, or is unknown; so is everything that only a call knows.
 */
public record ProfileReadings(Product product, Profile profile) implements Readings {

  @Override
  public Reading read(Attribute attribute) {
    return switch (attribute.kind()) {
      case EDITION -> new Reading.Known(Value.word(profile.edition()), false);
      case SIGNED_UP ->
          profile
              .signedUp()
              .<Reading>map(date -> new Reading.Known(Value.number(date.toEpochDay()), false))
              .orElse(Reading.UNKNOWN);
      case SEAT ->
          new Reading.Known(
              Value.number(profile.seats().getOrDefault(attribute.name(), 0L)), false);
      case FACT -> fact(attribute.name());
      case ADD_ON -> new Reading.Known(Value.number(held(attribute.name())), false);
      case PARAMETER, KEY, CHANNEL -> Reading.UNKNOWN;
    };
  }

  private long held(String addOn) {
    return Optional.ofNullable(profile.addOns().get(addOn)).map(Holding::amount).orElse(0L);
  }

  private Reading fact(String name) {
    Optional<Value> stated = Optional.ofNullable(profile.facts().get(name));
    if (stated.isPresent()) {
      return new Reading.Known(stated.get(), false);
    }
    return product
        .fact(name)
        .flatMap(Product.Fact::unlessStated)
        .<Reading>map(value -> new Reading.Known(value, true))
        .orElse(Reading.UNKNOWN);
  }

  /** The same without what is assumed: what the account itself has stated. */
  Readings stated() {
    return attribute -> {
      Reading reading = read(attribute);
      return reading instanceof Reading.Known known && known.assumed() ? Reading.UNKNOWN : reading;
    };
  }
}
