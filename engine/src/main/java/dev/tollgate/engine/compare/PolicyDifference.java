package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changes for accounts when one policy takes the place of another: exactly, for all numbers of
 * seats, facts, add-ons and parameters at once. Dates begin in the zone of the product.
 *
 * <p>Worked example: from {@code base 10_000 + 500 per user cap 500_000} to 400 per user, accounts
 * of 1 to 980 users lose 100 per user, those of 981 to 1,224 lose 490,000 − 400 per user, and all
 * others are as before.
 *
 * @param before a digest of the old policy that only what has an effect changes
 * @param after the same of the new policy
 * @param changes by product, in the order of the text
 */
public record PolicyDifference(String before, String after, List<Change> changes) {

  public PolicyDifference {
    changes = List.copyOf(changes);
  }

  /** The difference of two policies. */
  public static PolicyDifference of(Policy before, Policy after) {
    ChangeLog log = new ChangeLog();
    for (Product old : before.products().values()) {
      Optional<Product> now = after.product(old.name());
      now.ifPresentOrElse(
          product -> new ProductChanges(before, after, old, product, log).add(),
          () ->
              log.add(
                  new Change.Went(
                      Change.Kind.PRODUCT, old.name(), Verdict.NEVER_BETTER, List.of())));
    }
    after.products().keySet().stream()
        .filter(name -> before.product(name).isEmpty())
        .forEach(
            name ->
                log.add(new Change.Came(Change.Kind.PRODUCT, name, Verdict.DIFFERENT, List.of())));
    return new PolicyDifference(
        CanonicalForm.hash(before, log), CanonicalForm.hash(after, log), log.changes());
  }

  /** The verdict on all changes together. */
  public Verdict verdict() {
    return changes.stream().map(Change::verdict).reduce(Verdict.IDENTICAL, Verdict::and);
  }

  /**
   * Somebody for whom an amount is another.
   *
   * @param change what of
   * @param shift which accounts or calls it is so for, as one of which {@code numbers} are
   * @param numbers the smallest for which it is so
   */
  public record Witness(Change.Amounts change, Shift shift, Map<Attribute, Long> numbers) {}

  /** The plainest for whom it is worse; empty where no amount is known to be worse for anybody. */
  public Optional<Witness> worse() {
    return plainest(false);
  }

  /** The plainest for whom it is better. */
  public Optional<Witness> better() {
    return plainest(true);
  }

  private Optional<Witness> plainest(boolean better) {
    return changes.stream()
        .filter(Change.Amounts.class::isInstance)
        .map(Change.Amounts.class::cast)
        .flatMap(change -> change.shifts().stream().flatMap(shift -> of(change, shift, better)))
        .min(
            Comparator.<Witness>comparingInt(each -> each.change().account().isPresent() ? 1 : 0)
                .thenComparing(each -> each.shift().box().sides().size())
                .thenComparing(each -> total(each.numbers())));
  }

  private static Stream<Witness> of(Change.Amounts change, Shift shift, boolean better) {
    boolean rises = change.measure().moreIsBetter() == better;
    return (rises ? shift.rise() : shift.fall())
        .filter(Shift.Extent::isKnown).stream()
            .map(extent -> new Witness(change, shift, extent.first()));
  }

  private static BigInteger total(Map<Attribute, Long> numbers) {
    return numbers.values().stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
