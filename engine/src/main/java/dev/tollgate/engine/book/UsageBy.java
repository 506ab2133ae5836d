package dev.tollgate.engine.book;

import dev.tollgate.engine.policy.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What usage can be told by: the call, the day, the quota, or a key that the product declares. */
record UsageBy(String name) {

  private static final String CALL = "call";
  private static final String DAY = "day";

  /** Usage is always told by quota, so that this asks for nothing more. */
  private static final String QUOTA = "quota";

  /** All that there is in a product. */
  static List<String> of(Product product) {
    List<String> names = new ArrayList<>(List.of(CALL, DAY, QUOTA));
    names.addAll(product.keys());
    return names;
  }

  boolean asksForMore() {
    return !name.equals(QUOTA);
  }

  /** Empty where a call does not state the key, or there was no call. */
  Optional<String> of(Usage.Key key) {
    return switch (name) {
      case CALL -> key.call();
      case DAY -> Optional.of(key.day().toString());
      default -> Optional.ofNullable(key.keys().get(name));
    };
  }
}
