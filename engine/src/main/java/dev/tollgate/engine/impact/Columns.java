package dev.tollgate.engine.impact;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the cells of a row say about an account: {@code product}, {@code account}, {@code edition},
 * {@code signedUp}, {@code zone}, {@code seats.user}, {@code facts.region}, {@code
 * addons.extra_credits}. Immutable.
 */
public final class Columns {

  /** What one cell is about. */
  enum About {
    PRODUCT,
    ACCOUNT,
    EDITION,
    SIGNED_UP,
    ZONE,
    SEATS,
    FACT,
    ADD_ON
  }

  /**
   * One column.
   *
   * @param name of the seat, the fact or the add-on; empty for the others
   */
  record Column(About about, String name) {}

  private static final List<String> PLAIN =
      List.of("product", "account", "edition", "signedUp", "zone");

  private final List<Column> columns;
  private final int product;
  private final int account;

  private Columns(List<Column> columns, int product, int account) {
    this.columns = List.copyOf(columns);
    this.product = product;
    this.account = account;
  }

  /**
   * Reads the names of columns.
   *
   * @throws BadRow if a name means nothing, stands there twice, or product or account are missing
   */
  public static Columns of(List<String> names, Policy before, Policy after) {
    List<Column> columns = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      Column column = column(at, names.get(at), before, after);
      if (columns.contains(column)) {
        throw new BadRow(at, "`" + names.get(at) + "` stands there twice");
      }
      columns.add(column);
    }
    return new Columns(columns, needed(columns, About.PRODUCT), needed(columns, About.ACCOUNT));
  }

  private static int needed(List<Column> columns, About about) {
    int at = columns.indexOf(new Column(about, ""));
    if (at < 0) {
      String name = about == About.PRODUCT ? "product" : "account";
      throw new BadRow(0, "`" + name + "` is missing: each row says whose it is");
    }
    return at;
  }

  private static Column column(int at, String name, Policy before, Policy after) {
    int plain = PLAIN.indexOf(name);
    if (plain >= 0) {
      return new Column(About.values()[plain], "");
    }
    int dot = name.indexOf('.');
    String kind = dot < 0 ? name : name.substring(0, dot);
    String own = name.substring(dot + 1);
    return switch (dot < 0 ? "" : kind) {
      case "seats" -> known(at, About.SEATS, "seats.", own, before, after, Columns::seats);
      case "facts" ->
          known(
              at,
              About.FACT,
              "facts.",
              own,
              before,
              after,
              product -> product.facts().stream().map(Product.Fact::name).toList());
      case "addons" ->
          known(
              at,
              About.ADD_ON,
              "addons.",
              own,
              before,
              after,
              product -> product.addOns().stream().map(AddOn::name).toList());
      default -> throw unknown(at, name, before, after);
    };
  }

  private static List<String> seats(Product product) {
    List<String> names = new ArrayList<>();
    product.seats().forEach(seat -> names.addAll(List.of(seat.singular(), seat.plural())));
    return names;
  }

  private static Column known(
      int at,
      About about,
      String prefix,
      String name,
      Policy before,
      Policy after,
      Function<Product, List<String>> names) {
    Set<String> all = new TreeSet<>();
    before.products().values().forEach(product -> all.addAll(names.apply(product)));
    after.products().values().forEach(product -> all.addAll(names.apply(product)));
    if (!all.contains(name)) {
      throw new BadRow(
          at,
          "`%s%s` is in neither policy%s"
              .formatted(prefix, name, hint(NearestName.of(name, all).map(prefix::concat))));
    }
    return new Column(about, name);
  }

  private static BadRow unknown(int at, String name, Policy before, Policy after) {
    Set<String> all = new TreeSet<>(PLAIN);
    for (Policy policy : List.of(before, after)) {
      for (Product product : policy.products().values()) {
        product.seats().forEach(seat -> all.add("seats." + seat.singular()));
        product.facts().forEach(fact -> all.add("facts." + fact.name()));
        product.addOns().forEach(addOn -> all.add("addons." + addOn.name()));
      }
    }
    Optional<String> meant =
        NearestName.of(name, all)
            .or(() -> all.stream().filter(each -> ends(each, name)).findFirst());
    String known = meant.isPresent() ? hint(meant) : "; known are " + String.join(", ", all);
    return new BadRow(at, "there is no column `" + name + "`" + known);
  }

  private static boolean ends(String column, String name) {
    return column.endsWith("." + name);
  }

  private static String hint(Optional<String> meant) {
    return meant.map(name -> "; did you mean `" + name + "`?").orElse("");
  }

  List<Column> all() {
    return columns;
  }

  int product() {
    return product;
  }

  int account() {
    return account;
  }
}
