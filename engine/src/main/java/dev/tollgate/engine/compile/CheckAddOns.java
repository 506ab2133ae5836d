package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an account's add-ons come to does not depend on their order: no two that it may hold both
 * set one quota, or one sets what the other raises.
 */
final class CheckAddOns implements Stage {

  /** An effect that does not just add. */
  private record Setting(AddOnDraft addOn, AddOn.Effect effect, Amount to, boolean sets) {}

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      Space space = product.space();
      List<Setting> settings = settings(product);
      for (int i = 0; i < settings.size(); i++) {
        for (int j = 0; j < i; j++) {
          compare(space, settings.get(j), settings.get(i));
        }
      }
    }
  }

  private static List<Setting> settings(ProductDraft product) {
    List<Setting> settings = new ArrayList<>();
    for (AddOnDraft addOn : product.allAddOns) {
      for (AddOn.Effect effect : addOn.effects) {
        if (effect instanceof AddOn.Effect.Sets sets) {
          settings.add(new Setting(addOn, effect, sets.to(), true));
        } else if (effect instanceof AddOn.Effect.Raises raises) {
          settings.add(new Setting(addOn, effect, raises.to(), false));
        }
      }
    }
    return settings;
  }

  private static void compare(Space space, Setting first, Setting second) {
    boolean clash =
        first.effect().quota().equals(second.effect().quota())
            && (first.sets() || second.sets())
            && !sameConstant(first.to(), second.to());
    if (!clash) {
      return;
    }
    Optional<String> example = Optional.empty();
    if (first.addOn() != second.addOn()) {
      Region both = Region.everything();
      try {
        both = holders(space, first.addOn()).intersect(holders(space, second.addOn()));
      } catch (Region.TooManyBoxes tooMany) {
        // Too many cases to find one in: that they can meet is assumed.
      }
      if (both.isEmpty()) {
        return;
      }
      example = Example.of(first.addOn().product, both, space.accounts());
    }
    report(first, second, example);
  }

  private static Region holders(Space space, AddOnDraft addOn) {
    Region all =
        addOn.editions.isEmpty()
            ? Region.of(space.accounts())
            : Region.of(space.accounts(addOn.editions));
    return all.intersect(Region.of(addOn.needs.orElse(Condition.ALWAYS)));
  }

  private static boolean sameConstant(Amount a, Amount b) {
    return a instanceof Amount.Constant first
        && b instanceof Amount.Constant second
        && first.value().compareTo(second.value()) == 0;
  }

  private static void report(Setting first, Setting second, Optional<String> example) {
    Diagnostic found =
        Diagnostic.of(
                DiagnosticCode.ADD_ONS_CLASH,
                second.addOn().name().span(),
                "an account may hold `%s` and `%s`, and which acts first on `%s` matters"
                    .formatted(
                        first.addOn().name().text(),
                        second.addOn().name().text(),
                        first.effect().quota()))
            .withRelated(first.addOn().name().span(), "the other add-on");
    second
        .addOn()
        .product
        .findings()
        .add(example.map(text -> found.withHint("for example when " + text)).orElse(found));
  }
}
