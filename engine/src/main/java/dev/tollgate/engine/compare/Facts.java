package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What has another meaning in what accounts of two products state.
 *
 * @param stated whom another value is assumed of, those who state everything first
 * @param turned numbers that are counted in another unit, and where that is said
 */
record Facts(List<Stated> stated, Map<Attribute, Place> turned) {

  static Facts of(Product old, Product now) {
    Map<Attribute, Place> turned = new LinkedHashMap<>();
    for (Product.Fact was : old.facts()) {
      now.fact(was.name())
          .filter(is -> !is.type().equals(was.type()))
          .filter(is -> is.type().isNumber() || was.type().isNumber())
          .ifPresent(
              is -> {
                turned.put(Attribute.fact(was.name(), was.type().isNumber()), is.place());
                turned.put(Attribute.fact(was.name(), is.type().isNumber()), is.place());
              });
    }
    for (AddOn was : old.addOns()) {
      now.addOn(was.name())
          .filter(is -> !is.unit().equals(was.unit()))
          .ifPresent(is -> turned.put(AllotmentTerms.held(was.name()), is.place()));
    }
    return new Facts(Stated.of(old, now), turned);
  }

  /** One of two policies, as cases of all or of some accounts. */
  interface Side extends Function<Box, List<Cases.Case<Formula>>> {}

  /**
   * What changes for these accounts, with all that they state or leave open.
   *
   * @throws Inexact if it hangs on numbers that mean something else afterwards
   */
  List<Shift> shifts(Box accounts, Side before, Side after, Shifts shifts) {
    List<Shift> all = new ArrayList<>();
    for (Stated each : stated) {
      List<Cases.Case<Formula>> old = before.apply(Stated.assuming(each.before(), accounts));
      List<Cases.Case<Formula>> now = after.apply(Stated.assuming(each.after(), accounts));
      if (!turned.isEmpty()) {
        refuse(accounts, old);
        refuse(accounts, now);
      }
      all.addAll(
          shifts.of(Stated.told(each.before(), old), Stated.told(each.after(), now), each.whose()));
    }
    return all;
  }

  private void refuse(Box accounts, List<Cases.Case<Formula>> cases) {
    for (Cases.Case<Formula> each : cases) {
      Set<Attribute> numbers = Variables.of(each.value());
      turned.forEach(
          (attribute, place) -> {
            boolean asked = !each.box().side(attribute).equals(accounts.side(attribute));
            if (asked || numbers.contains(attribute)) {
              throw new Inexact(
                  "`%s` is of another type or unit than before".formatted(attribute), place);
            }
          });
    }
  }
}
