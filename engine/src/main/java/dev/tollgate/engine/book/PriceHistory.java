package dev.tollgate.engine.book;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By which price lists add-ons were sold when. What was bought is paid day after day without
 * anybody asking for it, so its money is told by the lists of those days and not by the one of now.
 *
 * @param entries ascending by moment
 */
public record PriceHistory(List<Entry> entries) {

  public static final PriceHistory EMPTY = new PriceHistory(List.of());

  public PriceHistory {
    entries = List.copyOf(entries);
  }

  /**
   * A price list and since when it is in force.
   *
   * @param policy hash of the policy that brought it
   * @param list empty when the add-on is not sold any more
   */
  public record Entry(
      Instant from, String product, String addOn, String policy, Optional<PriceList> list) {}

  /** What a policy that comes into force changes of the price lists. */
  public List<Entry> changes(Policy policy, Instant from) {
    Map<Sold, Optional<PriceList>> lists = new LinkedHashMap<>();
    entries.forEach(entry -> lists.put(new Sold(entry.product(), entry.addOn()), Optional.empty()));
    for (Product product : policy.products().values()) {
      for (AddOn addOn : product.addOns()) {
        lists.put(new Sold(product.name(), addOn.name()), PriceList.of(addOn));
      }
    }
    List<Entry> changes = new ArrayList<>();
    lists.forEach(
        (sold, list) -> {
          Optional<PriceList> before = newestFirst(sold).findFirst().flatMap(Entry::list);
          if (!before.equals(list)) {
            changes.add(new Entry(from, sold.product(), sold.addOn(), policy.hash(), list));
          }
        });
    return changes;
  }

  /** This and what came into force since. */
  public PriceHistory with(List<Entry> more) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(more);
    return new PriceHistory(all);
  }

  /**
   * The list that an amount is paid by: the one in force, or, where that does not sell this amount
   * any more, the last one before it that did. Before the first list on record it is that one.
   *
   * @return empty when the add-on costs nothing then
   */
  Optional<Entry> at(String product, String addOn, BigDecimal amount, Instant at) {
    List<Entry> known = newestFirst(new Sold(product, addOn)).toList();
    List<Entry> until = known.stream().filter(entry -> !entry.from().isAfter(at)).toList();
    List<Entry> candidates =
        until.isEmpty() && !known.isEmpty() ? List.of(known.get(known.size() - 1)) : until;
    if (candidates.isEmpty() || candidates.get(0).list().isEmpty()) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(entry -> entry.list().filter(list -> list.sells(amount)).isPresent())
        .findFirst();
  }

  private Stream<Entry> newestFirst(Sold sold) {
    return IntStream.range(0, entries.size())
        .mapToObj(i -> entries.get(entries.size() - 1 - i))
        .filter(entry -> sold.equals(new Sold(entry.product(), entry.addOn())));
  }

  private record Sold(String product, String addOn) {}
}
