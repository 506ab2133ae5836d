package dev.tollgate.engine.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a value was, is and will be: each entry holds from its moment until the next one's.
 *
 * @param entries ascending by moment, no two at the same
 */
public record Timeline<V>(List<Entry<V>> entries) {

  public Timeline {
    entries = List.copyOf(entries);
    for (int i = 1; i < entries.size(); i++) {
      if (!entries.get(i - 1).from().isBefore(entries.get(i).from())) {
        throw new IllegalArgumentException("out of order at " + entries.get(i).from());
      }
    }
  }

  /** A value, and the moment from which it holds. */
  public record Entry<V>(Instant from, V value) {}

  public static <V> Timeline<V> empty() {
    return new Timeline<>(List.of());
  }

  /** The value at a moment; empty before the first entry. */
  public Optional<V> at(Instant moment) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (!entries.get(i).from().isAfter(moment)) {
        return Optional.of(entries.get(i).value());
      }
    }
    return Optional.empty();
  }

  /** The value that holds in the end; empty when there never is one. */
  public Optional<V> last() {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(entries.get(entries.size() - 1).value());
  }

  /** When the next entry after a moment begins. */
  public Optional<Instant> nextAfter(Instant moment) {
    return entries.stream().map(Entry::from).filter(from -> from.isAfter(moment)).findFirst();
  }

  /** The same with other values. */
  Timeline<V> map(UnaryOperator<V> change) {
    return new Timeline<>(
        entries.stream()
            .map(entry -> new Entry<>(entry.from(), change.apply(entry.value())))
            .toList());
  }

  /** The same without its last entry. */
  Timeline<V> withoutLast() {
    return new Timeline<>(entries.subList(0, entries.size() - 1));
  }

  /** The same until {@code from}, and {@code value} ever since, whatever was planned. */
  public Timeline<V> endingWith(Instant from, V value) {
    List<Entry<V>> kept =
        new ArrayList<>(entries.stream().filter(entry -> entry.from().isBefore(from)).toList());
    kept.add(new Entry<>(from, value));
    return new Timeline<>(kept);
  }

  /**
   * The same with {@code value} from {@code from} until the entry that follows, if there is one.
   */
  public Timeline<V> with(Instant from, V value) {
    List<Entry<V>> changed = new ArrayList<>();
    entries.stream().filter(entry -> entry.from().isBefore(from)).forEach(changed::add);
    changed.add(new Entry<>(from, value));
    entries.stream().filter(entry -> entry.from().isAfter(from)).forEach(changed::add);
    return new Timeline<>(changed);
  }
}
