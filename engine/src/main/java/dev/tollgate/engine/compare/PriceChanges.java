package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.ValueSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the price of one add-on differs, for each amount that can be bought before and after. */
record PriceChanges(Product product, AddOn before, AddOn after, ChangeLog log) {

  void add() {
    Optional<Price> old = before.price();
    Optional<Price> now = after.price();
    if (CanonicalForm.of(old).equals(CanonicalForm.of(now))) {
      return;
    }
    String subject = product.name() + "." + before.name();
    said(subject, old, now);
    if (old.isEmpty() || now.isEmpty()) {
      return;
    }
    if (!old.get().currency().equals(now.get().currency()) || !before.unit().equals(after.unit())) {
      log.add(
          new Change.Unclear(
              subject,
              Change.Measure.PRICE,
              Optional.empty(),
              "the currency or the unit is another",
              Optional.of(now.get().place())));
      return;
    }
    long most = Math.min(end(old.get()), end(now.get()));
    Box amounts = Box.of(AllotmentTerms.held(before.name()), ValueSet.between(0, most));
    new Times(subject, Change.Measure.PRICE, Optional.empty())
        .add(
            List.of(Instant.EPOCH),
            List.of(before.name()),
            (name, at) ->
                log.shifts()
                    .of(
                        new PriceTerms(before, old.get()).cases(amounts),
                        new PriceTerms(after, now.get()).cases(amounts)),
            log);
  }

  /** That there is a price at all, and for which amounts. */
  private void said(String subject, Optional<Price> old, Optional<Price> now) {
    Optional<String> was = old.map(PriceChanges::sold);
    Optional<String> is = now.map(PriceChanges::sold);
    if (!was.equals(is)) {
      boolean dearer = old.isEmpty();
      Verdict gone = dearer ? Verdict.NEVER_BETTER : Verdict.NEVER_WORSE;
      boolean both = old.isPresent() && now.isPresent();
      log.add(new Change.Said(subject, "price", was, is, both ? Verdict.DIFFERENT : gone));
    }
  }

  private static String sold(Price price) {
    return end(price) == Long.MAX_VALUE ? "for any amount" : "for " + end(price) + " steps at most";
  }

  /** The largest amount that has a price. */
  private static long end(Price price) {
    if (price instanceof Price.Graduated graduated) {
      return graduated.slabs().get(graduated.slabs().size() - 1).to();
    } else if (price instanceof Price.Volume volume) {
      return volume.slabs().get(volume.slabs().size() - 1).to();
    } else if (price instanceof Price.Packs packs) {
      return packs.packs().get(packs.packs().size() - 1).size();
    }
    return Long.MAX_VALUE;
  }
}
