package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.ValueSet;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the price of one add-on differs, for each amount that can be bought before and after. */
record PriceChanges(Product product, AddOn before, AddOn after, ChangeLog log) {

  void add() {
    Optional<Price> old = before.price();
    Optional<Price> now = after.price();
    bill();
    if (CanonicalForm.of(old).equals(CanonicalForm.of(now))) {
      return;
    }
    sold(old, now);
    if (old.isEmpty() || now.isEmpty()) {
      return;
    }
    if (!old.get().currency().equals(now.get().currency()) || !before.unit().equals(after.unit())) {
      log.add(
          new Change.Unclear(
              subject(),
              Change.Measure.PRICE,
              Optional.empty(),
              "the currency or the unit is another",
              Optional.of(now.get().place())));
      return;
    }
    Box amounts =
        Box.of(AllotmentTerms.held(before.name()), sold(old.get()).intersect(sold(now.get())));
    new Times(subject(), Change.Measure.PRICE, Optional.empty())
        .add(
            List.of(Instant.EPOCH),
            List.of(before.name()),
            (name, at) ->
                log.shifts()
                    .of(
                        new PriceTerms(before, old.get()).cases(amounts),
                        new PriceTerms(after, now.get()).cases(amounts),
                        Box.EVERYTHING),
            log);
  }

  private String subject() {
    return product.name() + "." + before.name();
  }

  /**
   * In which ways it is billed; a price by the month is that by the day, thirty times as rarely.
   */
  private void bill() {
    boolean dearer = before.bought().equals(Optional.of(AddOn.Bought.PER_MONTH));
    boolean turned = before.bought().isPresent() && after.bought().isPresent();
    boolean worse = turned ? dearer : before.bought().isPresent() && after.bought().isEmpty();
    said(
        "bill bought",
        before.bought().map(PriceChanges::words),
        after.bought().map(PriceChanges::words),
        Verdict.of(worse, !worse));
    Verdict offered = Verdict.of(before.used(), after.used());
    said("bill used", used(before), used(after), offered);
  }

  private static String words(AddOn.Bought bought) {
    return switch (bought) {
      case PER_DAY -> "per day";
      case PER_MONTH -> "per month";
    };
  }

  private static Optional<String> used(AddOn addOn) {
    return addOn.used() ? Optional.of("per calendar day") : Optional.empty();
  }

  /** That there is a price at all, and for which amounts. */
  private void sold(Optional<Price> old, Optional<Price> now) {
    boolean both = old.isPresent() && now.isPresent();
    // How far slabs reach matters to nobody who may not hold as much.
    boolean less =
        both
            && old.get() instanceof Price.Packs
            && !sold(old.get()).minus(sold(now.get())).isEmpty();
    boolean more =
        both
            && now.get() instanceof Price.Packs
            && !sold(now.get()).minus(sold(old.get())).isEmpty();
    Verdict verdict = both ? Verdict.of(less, more) : Verdict.of(old.isEmpty(), now.isEmpty());
    said("price", old.map(this::words), now.map(this::words), verdict);
  }

  private void said(String what, Optional<String> was, Optional<String> is, Verdict verdict) {
    if (!was.equals(is)) {
      log.add(new Change.Said(subject(), what, was, is, verdict));
    }
  }

  private String words(Price price) {
    if (price instanceof Price.Packs packs) {
      return packs.packs().stream()
          .map(pack -> amount(pack.size()))
          .collect(Collectors.joining(", ", "sold in packs of ", ""));
    }
    return end(price) == Long.MAX_VALUE
        ? "for any amount"
        : "for up to " + amount(end(price)) + " " + before.unit().plural();
  }

  private String amount(long steps) {
    BigDecimal amount = before.unit().amount(steps);
    DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
    signs.setGroupingSeparator('_');
    return new DecimalFormat("#,##0.#########", signs).format(amount);
  }

  /** The amounts that have a price. */
  private static ValueSet sold(Price price) {
    if (price instanceof Price.Packs packs) {
      return packs.packs().stream()
          .map(pack -> ValueSet.number(pack.size()))
          .reduce(ValueSet.number(0), ValueSet::union);
    }
    return ValueSet.between(0, end(price));
  }

  /** The largest of them, where all below have one too. */
  private static long end(Price price) {
    if (price instanceof Price.Graduated graduated) {
      return graduated.slabs().get(graduated.slabs().size() - 1).to();
    } else if (price instanceof Price.Volume volume) {
      return volume.slabs().get(volume.slabs().size() - 1).to();
    }
    return Long.MAX_VALUE;
  }
}
