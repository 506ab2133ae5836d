package dev.tollgate.engine.impact;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.decide.StoredProfile;
import dev.tollgate.engine.impact.Columns.Column;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.engine.terms.Profile;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads accounts as one policy understands them, and works out their limits. For one thread. */
final class Side {

  /** Texts and limits that are remembered; more than a fleet usually has of different ones. */
  private static final int REMEMBERED = 20_000;

  /** Digits that fit a number whatever they are. */
  private static final int SHORT = 17;

  /** What a column is to this policy; {@code slot} is −1 where it is not known. */
  private record Place(int slot, boolean plainNumber, Map<String, Value> read) {}

  private final Limits limits;
  private final Limits uncapped;
  private final Values values;
  private final Map<String, String> editions = new HashMap<>();
  private final Map<Columns, List<Place>> places = new IdentityHashMap<>();
  private final Map<String, ZoneId> zones = new HashMap<>();
  private final Map<Object, long[]> resolved =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, long[]> eldest) {
          return size() > REMEMBERED;
        }
      };
  private List<Place> bound = List.of();
  private String edition = "";
  private ZoneId zone;

  Side(Limits limits, Limits uncapped) {
    this.limits = limits;
    this.uncapped = uncapped;
    this.values = new Values(limits.slots().positions().size());
    this.zone = limits.product().zone();
    for (Product.Edition each : limits.product().editions()) {
      each.also().forEach(other -> editions.put(other, each.name()));
      editions.put(each.name(), each.name());
    }
  }

  /** Goes on to the next account, of which nothing is known yet. */
  void begin(Columns columns) {
    bound = places.computeIfAbsent(columns, any -> any.all().stream().map(this::place).toList());
    values.copy(limits.slots().nothing());
    edition = "";
    zone = limits.product().zone();
  }

  /** Takes in a cell; false where this policy does not know what it is about. */
  boolean read(Column column, int at, String text) {
    return switch (column.about()) {
      case PRODUCT, ACCOUNT -> true;
      case EDITION -> edition(text);
      case ZONE -> zone(column, at, text);
      case SIGNED_UP, SEATS, FACT, ADD_ON -> value(column, at, text);
    };
  }

  private boolean edition(String text) {
    edition = editions.getOrDefault(text, "");
    return !edition.isEmpty();
  }

  /** Whether the policy has terms for the account at all. */
  boolean hasEdition() {
    return limits.product().editions().isEmpty() || !edition.isEmpty();
  }

  private boolean zone(Column column, int at, String text) {
    Optional<ZoneId> known = Optional.ofNullable(zones.get(text));
    zone =
        known.orElseGet(
            () -> {
              ZoneId read = profile(column, at, text).zone().orElseThrow();
              zones.put(text, read);
              return read;
            });
    return true;
  }

  private boolean value(Column column, int at, String text) {
    Place place = bound.get(at);
    if (place.slot() < 0) {
      return false;
    }
    if (place.plainNumber() && isPlain(text)) {
      values.set(place.slot(), Long.parseLong(text));
      return true;
    }
    Value value = place.read().get(text);
    if (value == null) {
      value = typed(column, profile(column, at, text));
      if (place.read().size() >= REMEMBERED) {
        place.read().clear();
      }
      place.read().put(text, value);
    }
    values.set(place.slot(), value);
    return true;
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.length() > SHORT) {
      return false;
    }
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }

  private Place place(Column column) {
    Product product = limits.product();
    String name = column.name();
    Optional<Attribute> attribute =
        switch (column.about()) {
          case SIGNED_UP -> Optional.of(Attribute.SIGNED_UP);
          case SEATS -> product.seat(name).map(seat -> Attribute.seat(seat.name()));
          case ADD_ON -> product.addOn(name).map(addOn -> AllotmentTerms.held(addOn.name()));
          case FACT -> product.fact(name).map(fact -> Attribute.fact(name, fact.type().isNumber()));
          case PRODUCT, ACCOUNT, EDITION, ZONE -> Optional.empty();
        };
    boolean plainNumber =
        column.about() == Columns.About.SEATS
            || product.fact(name).filter(fact -> fact.type() instanceof ValueType.Count).isPresent()
                && column.about() == Columns.About.FACT;
    return new Place(attribute.map(limits.slots()::of).orElse(-1), plainNumber, new HashMap<>());
  }

  /** An account of which this one thing is stated, read as requests are. */
  private Profile profile(Column column, int at, String text) {
    List<Product.Edition> editions = limits.product().editions();
    StatedProfile nobody =
        editions.isEmpty()
            ? StatedProfile.NOTHING
            : StatedProfile.ofEdition(editions.get(0).name());
    try {
      return StoredProfile.read(limits.product(), "", Stating.with(nobody, column, at, text));
    } catch (InvalidRequest wrong) {
      throw Stating.refused(at, wrong);
    }
  }

  private Value typed(Column column, Profile profile) {
    return switch (column.about()) {
      case SIGNED_UP -> Value.number(profile.signedUp().orElseThrow().toEpochDay());
      case SEATS -> Value.number(profile.seats().values().iterator().next());
      case ADD_ON -> Value.number(profile.addOns().get(column.name()).amount());
      case FACT -> profile.facts().get(column.name());
      case PRODUCT, ACCOUNT, EDITION, ZONE -> throw new IllegalArgumentException(column.toString());
    };
  }

  /**
   * Works out the limits of the account that was read.
   *
   * @param stated the whole of it, for where formulas do not suffice
   * @param available where the limits go, in the order of the quotas
   * @param held where it goes whether a cap holds the limit down
   */
  void limits(String account, Supplier<StatedProfile> stated, long[] available, boolean[] held) {
    long[] without = new long[available.length];
    limits.prepared(account, edition, zone, values, available);
    uncapped.prepared(account, edition, zone, values, without);
    for (int order = 0; order < available.length; order++) {
      if (available[order] == Limits.UNDECIDED || without[order] == Limits.UNDECIDED) {
        resolve(account, stated, available, without);
        break;
      }
    }
    for (int order = 0; order < available.length; order++) {
      held[order] = available[order] >= 0 && holds(available[order], without[order]);
    }
  }

  /** What cannot even be counted without the cap is held down by it. */
  private static boolean holds(long available, long without) {
    return without > available || without == Limits.UNCOUNTABLE && available != Unit.UNLIMITED;
  }

  private void resolve(
      String account, Supplier<StatedProfile> stated, long[] available, long[] without) {
    Object whose = limits.hasContract(account) ? account : "";
    Object key = List.of(whose, edition, zone, values.identity());
    long[] all = resolved.get(key);
    if (all == null) {
      Profile profile = StoredProfile.read(limits.product(), account, stated.get());
      all = new long[2 * available.length];
      System.arraycopy(limits.resolved(profile), 0, all, 0, available.length);
      System.arraycopy(uncapped.resolved(profile), 0, all, available.length, available.length);
      resolved.put(key, all);
    }
    System.arraycopy(all, 0, available, 0, available.length);
    System.arraycopy(all, available.length, without, 0, available.length);
  }
}
