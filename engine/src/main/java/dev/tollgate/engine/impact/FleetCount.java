package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.impact.Columns.About;
import dev.tollgate.engine.impact.Columns.Column;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts accounts one after the other. For one thread. */
public final class FleetCount {

  /** One of the two policies, with room for the limits that it comes to. */
  private static final class Half {
    private final Side side;
    private final Product product;
    private final long[] limits;
    private final boolean[] held;

    Half(Fleet.Half half) {
      this.side = new Side(half.limits(), half.uncapped());
      this.product = half.limits().product();
      this.limits = new long[product.quotas().size()];
      this.held = new boolean[limits.length];
    }

    /** What is not there limits nothing. */
    static long limit(Optional<Half> half, int quota) {
      return quota < 0 ? Unit.UNLIMITED : half.orElseThrow().limits[quota];
    }

    static boolean held(Optional<Half> half, int quota) {
      return quota >= 0 && half.orElseThrow().held[quota];
    }
  }

  private record Known(
      Optional<Half> before, Optional<Half> after, List<Fleet.Pair> pairs, List<Tally> tallies) {}

  private final Map<String, Known> products = new LinkedHashMap<>();
  private long accounts;

  FleetCount(Map<String, Fleet.Known> known) {
    known.forEach(
        (name, product) -> {
          List<Tally> tallies = new ArrayList<>();
          product.pairs().forEach(pair -> tallies.add(new Tally()));
          products.put(
              name,
              new Known(
                  product.before().map(Half::new),
                  product.after().map(Half::new),
                  product.pairs(),
                  tallies));
        });
  }

  /**
   * Counts one account.
   *
   * @param cells one for each column; an empty one says nothing
   * @throws BadRow if it cannot be understood; then it has not been counted
   */
  public void add(Columns columns, String[] cells) {
    if (cells.length != columns.all().size()) {
      throw new BadRow(
          Math.min(cells.length, columns.all().size()) - 1,
          "%d cells under %d columns".formatted(cells.length, columns.all().size()));
    }
    String account = cells[columns.account()];
    if (account.isEmpty()) {
      throw new BadRow(columns.account(), "`account` is empty");
    }
    Known product = product(columns, cells[columns.product()]);
    product.before().ifPresent(half -> half.side.begin(columns));
    product.after().ifPresent(half -> half.side.begin(columns));
    String edition = "";
    for (int at = 0; at < cells.length; at++) {
      String text = cells[at];
      if (!text.isEmpty()) {
        Column column = columns.all().get(at);
        edition = column.about() == About.EDITION ? text : edition;
        read(product, column, at, text, cells[columns.product()]);
      }
    }
    count(product, columns, cells, account, edition);
    accounts++;
  }

  private Known product(Columns columns, String name) {
    Known product = products.get(name);
    if (product == null) {
      String hint =
          NearestName.of(name, products.keySet())
              .map(meant -> "; did you mean `" + meant + "`?")
              .orElse("; there are " + String.join(", ", products.keySet()));
      throw new BadRow(columns.product(), "there is no product `" + name + "`" + hint);
    }
    return product;
  }

  private static void read(Known product, Column column, int at, String text, String name) {
    boolean known = false;
    if (product.before().isPresent()) {
      known = product.before().get().side.read(column, at, text);
    }
    if (product.after().isPresent()) {
      known |= product.after().get().side.read(column, at, text);
    }
    if (!known) {
      throw unknown(product, column, at, text, name);
    }
  }

  private static BadRow unknown(Known product, Column column, int at, String text, String name) {
    if (column.about() != About.EDITION) {
      return new BadRow(at, name + " has no `" + column.name() + "`: leave the cell empty");
    }
    List<String> editions = new ArrayList<>();
    for (Optional<Half> half : List.of(product.before(), product.after())) {
      half.ifPresent(
          found -> found.product.editions().forEach(edition -> editions.add(edition.name())));
    }
    String hint =
        NearestName.of(text, editions)
            .map(meant -> "; did you mean `" + meant + "`?")
            .orElse("; there are " + String.join(", ", editions.stream().distinct().toList()));
    return new BadRow(at, "there is no edition `" + text + "` of " + name + hint);
  }

  private static void count(
      Known product, Columns columns, String[] cells, String account, String edition) {
    boolean terms = limits(product.before(), columns, cells, account);
    terms &= limits(product.after(), columns, cells, account);
    for (int order = 0; order < product.pairs().size(); order++) {
      Tally tally = product.tallies().get(order);
      if (!terms) {
        tally.addWithoutEdition();
        continue;
      }
      Fleet.Pair pair = product.pairs().get(order);
      tally.add(
          account,
          edition,
          Half.limit(product.before(), pair.before()),
          Half.limit(product.after(), pair.after()),
          Half.held(product.before(), pair.before()),
          Half.held(product.after(), pair.after()));
    }
  }

  /** Works out one side; false where it has no terms for accounts of that edition. */
  private static boolean limits(
      Optional<Half> half, Columns columns, String[] cells, String account) {
    if (half.isEmpty()) {
      return true;
    }
    Half found = half.get();
    if (!found.side.hasEdition()) {
      return false;
    }
    try {
      found.side.limits(account, () -> Stating.all(columns, cells), found.limits, found.held);
    } catch (InvalidRequest wrong) {
      throw Stating.refused(columns.account(), wrong);
    }
    return true;
  }

  /** Adds what another has counted of the same fleet. */
  public void add(FleetCount other) {
    accounts += other.accounts;
    products.forEach(
        (name, product) -> {
          List<Tally> theirs = other.products.get(name).tallies();
          for (int order = 0; order < theirs.size(); order++) {
            product.tallies().get(order).add(theirs.get(order));
          }
        });
  }

  /** What was counted so far. */
  public FleetImpact impact() {
    List<FleetImpact.OfQuota> quotas = new ArrayList<>();
    for (Known product : products.values()) {
      for (int order = 0; order < product.pairs().size(); order++) {
        Tally tally = product.tallies().get(order);
        if (!tally.isEmpty()) {
          Fleet.Pair pair = product.pairs().get(order);
          quotas.add(tally.of(pair.quota().id(), pair.quota().unit(), pair.there()));
        }
      }
    }
    return new FleetImpact(accounts, quotas);
  }

  /** How many accounts were counted so far. */
  public long accounts() {
    return accounts;
  }
}
