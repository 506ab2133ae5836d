package dev.tollgate.engine.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checked whole of all rule files. Immutable and safe to share between threads.
 *
 * @param products by name, in the order of the files
 * @param contracts all of them, in the order of the files
 * @param files the texts it was compiled from, by name
 * @param lines where lines of its clauses are written
 * @param hash {@code sha256:} and the hexadecimal digest of names and texts of all files
 */
public record Policy(
    Map<String, Product> products,
    List<Contract> contracts,
    Map<String, String> files,
    Lines lines,
    String hash) {

  public Policy {
    products = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(products));
    contracts = List.copyOf(contracts);
    files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** The same files, as if they said this. */
  public Policy with(Map<String, Product> products, List<Contract> contracts) {
    return new Policy(products, contracts, files, lines, hash);
  }

  public Optional<Product> product(String name) {
    return Optional.ofNullable(products.get(name));
  }

  /** The author's line at a place, blanks folded, without a comment behind it. */
  public String line(Place place) {
    String text = Optional.ofNullable(files.get(place.file())).orElse("");
    return written(text.lines().skip(place.line() - 1L).findFirst().orElse(""));
  }

  /** A line of a file as it is shown: blanks folded, without a comment behind it. */
  public static String written(String line) {
    boolean quoted = false;
    int end = 0;
    while (end < line.length() && (quoted || line.charAt(end) != '#')) {
      quoted = quoted != (line.charAt(end) == '"');
      end++;
    }
    return line.substring(0, end).strip().replaceAll("\\s+", " ");
  }

  /** Every quota, as `product.quota`, for nearest-name hints. */
  public List<String> quotaIds() {
    List<String> ids = new ArrayList<>();
    products.values().forEach(product -> product.quotas().forEach(quota -> ids.add(quota.id())));
    return ids;
  }
}
