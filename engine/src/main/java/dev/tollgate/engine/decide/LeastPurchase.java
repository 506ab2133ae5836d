package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.terms.Ceiling;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.engine.terms.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the smallest amount of an add-on that an account may still buy and that makes room for a
 * call now.
 */
final class LeastPurchase {

  private final Looking looking;

  LeastPurchase(Looking looking) {
    this.looking = looking;
  }

  /**
   * The purchase; empty when the add-on does not act on the quota that denied, is billed by what is
   * used, or cannot make enough room.
   *
   * @param missing steps that the quota is short of
   */
  Optional<Way> of(Question question, Demand denying, AddOn addOn, long missing) {
    if (addOn.effects().stream().noneMatch(acts -> acts.quota().equals(denying.quota().name()))) {
      return Optional.empty();
    }
    Profile profile = question.subject().profile(question.at()).orElseThrow();
    Optional<Holding> held = Optional.ofNullable(profile.addOns().get(addOn.name()));
    boolean offered = addOn.bought().isPresent() || !addOn.used();
    if (!offered || held.filter(now -> now.mode() == Holding.Mode.USED).isPresent()) {
      return Optional.empty();
    }
    long has = held.map(Holding::amount).orElse(0L);
    long most = most(question, addOn, profile);
    OptionalLong least =
        addsExactly(addOn, denying) && missing <= most - has && fits(question, addOn, has + missing)
            ? OptionalLong.of(has + missing)
            : least(question, addOn, has, most, missing);
    OptionalLong sold = least.isEmpty() ? least : sold(addOn, least.getAsLong(), most);
    return sold.isEmpty() ? Optional.empty() : Optional.of(buy(addOn, has, sold.getAsLong()));
  }

  /** Whether each unit bought is one step more room in the quota, and no other way leads there. */
  private static boolean addsExactly(AddOn addOn, Demand denying) {
    // A share that is allowed on top may round down to nothing now and to something then.
    return denying.quota().beyond().stream().noneMatch(Beyond.AllowUpTo.class::isInstance)
        && addOn.effects().size() == 1
        && addOn.effects().get(0) instanceof AddOn.Effect.Adds;
  }

  private static long most(Question question, AddOn addOn, Profile profile) {
    Ceiling ceiling =
        question
            .subject()
            .snapshot()
            .most(question.subject().product(), addOn, profile, question.at());
    return ceiling instanceof Ceiling.Known known ? known.steps() : 0;
  }

  /** More never makes less room, so halving finds the least. */
  private OptionalLong least(Question question, AddOn addOn, long has, long most, long missing) {
    // What is missing is nearly always enough; more helps only where several quotas are short.
    long likely = missing < most - has ? has + missing : most;
    long enough = likely;
    if (most <= has || !fits(question, addOn, likely)) {
      if (most <= likely || most == Unit.UNLIMITED || !fits(question, addOn, most)) {
        return OptionalLong.empty();
      }
      enough = most;
    }
    long tooFew = has;
    // And it is nearly always the least: ask for one less first.
    long guess = enough - 1;
    while (enough - tooFew > 1) {
      boolean fits = fits(question, addOn, guess);
      enough = fits ? guess : enough;
      tooFew = fits ? tooFew : guess;
      guess = tooFew + (enough - tooFew) / 2;
    }
    return OptionalLong.of(enough);
  }

  private static OptionalLong sold(AddOn addOn, long least, long most) {
    OptionalLong sold =
        addOn.price().isPresent()
            ? Pricing.leastSold(addOn.price().get(), least)
            : OptionalLong.of(least);
    return sold.isPresent() && sold.getAsLong() <= most ? sold : OptionalLong.empty();
  }

  private boolean fits(Question question, AddOn addOn, long amount) {
    Subject holding =
        question.subject().holding(Map.of(addOn.name(), new Holding(Holding.Mode.BOUGHT, amount)));
    return question
        .demandsOf(holding, question.at())
        .filter(demands -> looking.fits(demands, question.inline(), question.at()))
        .isPresent();
  }

  private static Way buy(AddOn addOn, long has, long least) {
    Purchase.Line price = PurchasePrice.of(addOn, has, least - has);
    return new Way.Buy(addOn.name(), price.amount(), price.perDay(), price.per30Days());
  }
}
