package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition.Reading;
import dev.tollgate.engine.policy.Condition.Readings;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.terms.ProfileReadings;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that conditions of cost lines and denials may ask: the account's profile and the call
 * itself. What a call does not give is absent, never unknown.
 */
record CallReadings(
    ProfileReadings profile, ReadCall call, Map<String, String> keys, Optional<String> channel)
    implements Readings {

  @Override
  public Reading read(Attribute attribute) {
    return switch (attribute.kind()) {
      case PARAMETER -> known(Optional.ofNullable(call.params().get(attribute.name())));
      case KEY -> known(Optional.ofNullable(keys.get(attribute.name())).map(Value::word));
      case CHANNEL -> known(channel.map(Value::word));
      case EDITION, SIGNED_UP, SEAT, FACT, ADD_ON -> profile.read(attribute);
    };
  }

  CallReadings of(ReadCall other) {
    return new CallReadings(profile, other, keys, channel);
  }

  /** The same without what is assumed: what account and call have stated. */
  Readings stated() {
    return attribute -> {
      Reading reading = read(attribute);
      return reading instanceof Reading.Known known && known.assumed() ? Reading.UNKNOWN : reading;
    };
  }

  private static Reading known(Optional<Value> value) {
    return value.<Reading>map(given -> new Reading.Known(given, false)).orElse(Reading.ABSENT);
  }
}
