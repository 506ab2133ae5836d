package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.terms.ReceiptLine.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much of an add-on an account may hold. For use once, by one thread.
 *
 * <p>Worked example: `most lesser of 500_000 and room under cap` for Professional with 100 users is
 * the lesser of 500,000 and 500,000 − 60,000 = 440,000.
 */
final class Purchase {

  private final Product product;
  private final AddOn addOn;
  private final ProfileReadings readings;
  private final Instant at;
  private final Selection selection;

  Purchase(
      Product product, AddOn addOn, ProfileReadings readings, Instant at, Selection selection) {
    this.product = product;
    this.addOn = addOn;
    this.readings = readings;
    this.at = at;
    this.selection = selection;
  }

  Ceiling ceiling() {
    Profile profile = readings.profile();
    if (!addOn.editions().isEmpty() && !addOn.editions().contains(profile.edition())) {
      return none(addOn.name() + " is not for edition " + profile.edition());
    }
    Optional<String> lacking =
        addOn.needsAddOn().filter(needed -> !new Question(readings, at).holds(needed));
    if (lacking.isPresent()) {
      return none(addOn.name() + " needs " + lacking.get());
    }
    Needs needs = new Needs(readings);
    return switch (needs.judge(addOn.needs())) {
      case FALSE -> none(addOn.name() + " needs what this account does not meet");
      case UNKNOWN -> new Ceiling.Unknown(needs.missing());
      case TRUE -> addOn.most().map(this::bounded).orElseGet(this::unbounded);
    };
  }

  private Ceiling none(String why) {
    return new Ceiling.Known(0, ReceiptLine.of(Kind.ADD_ON_IDLE, why, 0, addOn.place()));
  }

  private Ceiling unbounded() {
    String why = addOn.name() + " has no bound";
    return new Ceiling.Known(
        Unit.UNLIMITED, ReceiptLine.of(Kind.FORMULA, why, Unit.UNLIMITED, addOn.place()));
  }

  private Ceiling bounded(Amount most) {
    Room room = new Room();
    Needs needs = new Needs(readings);
    Arithmetic arithmetic =
        new Arithmetic(product, readings.profile(), addOn.unit(), needs, room::leastRoom);
    Worked worked = arithmetic.work(most);
    room.missing.addAll(needs.missing());
    if (!room.missing.isEmpty()) {
      return new Ceiling.Unknown(List.copyOf(room.missing));
    }
    long steps = Math.max(0, arithmetic.steps(worked, most.place()));
    return new Ceiling.Known(
        steps,
        new ReceiptLine(Kind.FORMULA, worked.text(), steps, Optional.of(most.place()), room.lines));
  }

  /** What the caps leave beside everything but this add-on. Worked out only when asked for. */
  private final class Room implements Resolved.Visitor<Exact> {

    private final Set<Attribute> missing = new LinkedHashSet<>();
    private final List<ReceiptLine> lines = new ArrayList<>();

    Exact leastRoom() {
      Exact least = Exact.ENDLESS;
      for (AddOn.Effect effect : addOn.effects()) {
        if (effect instanceof AddOn.Effect.Adds) {
          Quota quota = product.quota(effect.quota()).orElseThrow();
          Asking others = new Asking(product, quota, readings, at, selection, Optional.of(addOn));
          Exact room = new QuotaTerms(others, Instant.MAX).resolve().accept(this);
          least = room.compareTo(least) < 0 ? room : least;
        }
      }
      return least;
    }

    @Override
    public Exact visitEntitlement(Entitlement entitlement) {
      lines.addAll(entitlement.receipt().lines());
      long room = entitlement.roomUnderCap();
      return room == Unit.UNLIMITED
          ? Exact.ENDLESS
          : Exact.of(entitlement.quota().unit().amount(room));
    }

    @Override
    public Exact visitUndecided(Undecided undecided) {
      missing.addAll(undecided.missing());
      return Exact.ENDLESS;
    }

    @Override
    public Exact visitNotInForce(NotInForce notInForce) {
      return Exact.ENDLESS;
    }
  }
}
