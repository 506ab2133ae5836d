package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.terms.ReceiptLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What held add-ons do to a sum: what sets it comes first, then what raises it, then what adds. For
 * use once, by one thread.
 */
final class AddOnSum {

  private final Asking asking;
  private final Needs needs;
  private final Arithmetic arithmetic;
  private final List<ReceiptLine> lines;
  private final List<AddOn> acting = new ArrayList<>();

  /**
   * Finds the add-ons that act.
   *
   * @param lines where a line for each effect goes
   */
  AddOnSum(Asking asking, Needs needs, List<ReceiptLine> lines) {
    this.asking = asking;
    this.needs = needs;
    this.arithmetic = asking.arithmetic(needs);
    this.lines = lines;
    asking.product().addOns().stream()
        .filter(addOn -> !asking.without().equals(Optional.of(addOn)))
        .filter(this::concernsQuota)
        .filter(addOn -> held(addOn).amount() > 0)
        .forEach(this::addIfActing);
  }

  private boolean concernsQuota(AddOn addOn) {
    return addOn.effects().stream().anyMatch(this::concernsQuota);
  }

  private boolean concernsQuota(AddOn.Effect effect) {
    return effect.quota().equals(asking.quota().name());
  }

  private Holding held(AddOn addOn) {
    return asking
        .profile()
        .addOns()
        .getOrDefault(addOn.name(), new Holding(Holding.Mode.BOUGHT, 0));
  }

  private void addIfActing(AddOn addOn) {
    boolean selected = asking.selection().has(addOn);
    if (selected && needs.judge(addOn.needs()) != Truth.FALSE) {
      acting.add(addOn);
    } else {
      lines.add(ReceiptLine.of(Kind.ADD_ON_IDLE, idle(addOn), 0, addOn.place()));
    }
  }

  private String idle(AddOn addOn) {
    String edition = asking.profile().edition();
    if (!addOn.editions().isEmpty() && !addOn.editions().contains(edition)) {
      return addOn.name() + " is held and has no effect: it is not for edition " + edition;
    }
    return addOn.name() + " is held and has no effect: what it needs is not there";
  }

  /** Add-ons with an effect on the quota, in the order of the text. */
  List<AddOn> acting() {
    return acting;
  }

  /** The sum with add-ons, from the sum without. */
  long extend(long sum) {
    long extended = sum;
    for (Turn turn : Turn.values()) {
      for (AddOn addOn : acting) {
        for (AddOn.Effect effect : addOn.effects()) {
          if (concernsQuota(effect) && turn.is(effect)) {
            extended = extend(extended, addOn, effect);
          }
        }
      }
    }
    return extended;
  }

  private enum Turn {
    SETS,
    RAISES,
    ADDS;

    boolean is(AddOn.Effect effect) {
      return switch (this) {
        case SETS -> effect instanceof AddOn.Effect.Sets;
        case RAISES -> effect instanceof AddOn.Effect.Raises;
        case ADDS -> effect instanceof AddOn.Effect.Adds || effect instanceof AddOn.Effect.AddsEach;
      };
    }
  }

  private long extend(long sum, AddOn addOn, AddOn.Effect effect) {
    if (effect instanceof AddOn.Effect.Sets sets) {
      return to(sets.to(), "sets", addOn, effect);
    }
    if (effect instanceof AddOn.Effect.Raises raises) {
      return Math.max(sum, to(raises.to(), "raises", addOn, effect));
    }
    if (effect instanceof AddOn.Effect.AddsEach each) {
      Worked worked = arithmetic.work(each.each());
      Exact count = Exact.of(addOn.unit().amount(held(addOn).amount()));
      String text = worked.operand() + " × " + Wording.of(count) + " " + addOn.name();
      Worked product = new Worked(worked.value().times(count), text, Worked.Form.TERM);
      return plus(sum, arithmetic.steps(product, effect.place()), text, addOn, effect);
    }
    if (effect instanceof AddOn.Effect.Adds) {
      Holding held = held(addOn);
      String text = Wording.of(held.amount(), addOn.unit()) + " " + addOn.name();
      return plus(sum, held.amount(), text, addOn, effect);
    }
    throw new IllegalArgumentException("unknown form of effect: " + effect);
  }

  private long to(Amount amount, String verb, AddOn addOn, AddOn.Effect effect) {
    Worked worked = arithmetic.work(amount);
    long steps = arithmetic.steps(worked, amount.place());
    String text = addOn.name() + " " + verb + " to " + worked.text();
    lines.add(ReceiptLine.of(Kind.ADD_ON, text, steps, effect.place()));
    return steps;
  }

  private long plus(long sum, long more, String text, AddOn addOn, AddOn.Effect effect) {
    boolean used = held(addOn).mode() == Holding.Mode.USED;
    String how = used ? ", billed when used" : ", bought";
    lines.add(ReceiptLine.of(Kind.ADD_ON, text + how, more, effect.place()));
    return arithmetic.plus(sum, more, effect.place());
  }

  /** How units beyond the included ones are billed, if an add-on says so. */
  Optional<Entitlement.UsedBilling> usedBilling() {
    return acting.stream()
        .filter(addOn -> held(addOn).mode() == Holding.Mode.USED)
        .flatMap(
            addOn -> addOn.price().map(price -> new Entitlement.UsedBilling(addOn, price)).stream())
        .findFirst();
  }
}
