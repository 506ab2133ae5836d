package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.decide.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What changes of stored accounts are told of; stating what is so already changes nothing. */
public final class AccountEvents {

  private AccountEvents() {}

  /**
   * The events of a change.
   *
   * @param before empty for a new account
   * @param at when it was changed
   */
  public static List<Event> of(Optional<Account> before, Account after, Instant at) {
    List<Event> events = new ArrayList<>();
    List<Timeline.Entry<Optional<StatedProfile>>> known =
        before.map(account -> account.profiles().entries()).orElse(List.of());
    for (Timeline.Entry<Optional<StatedProfile>> entry : after.profiles().entries()) {
      if (!known.contains(entry)) {
        Optional<StatedProfile> was = before.flatMap(account -> account.profileAt(entry.from()));
        Optional<StatedProfile> is = entry.value();
        if (!was.equals(is)) {
          Event.Detail stated = new Event.ProfileChanged(entry.from(), was, is);
          events.add(new Event(at, after.product(), after.id(), stated));
        }
      }
    }
    Map<String, StatedHolding> had = held(before, at);
    Map<String, StatedHolding> has = held(Optional.of(after), at);
    TreeSet<String> names = new TreeSet<>(had.keySet());
    names.addAll(has.keySet());
    for (String name : names) {
      Optional<StatedHolding> was = Optional.ofNullable(had.get(name));
      Optional<StatedHolding> is = Optional.ofNullable(has.get(name));
      if (!was.equals(is)) {
        Event.Detail changed = new Event.AddOnChanged(name, was, is);
        events.add(new Event(at, after.product(), after.id(), changed));
      }
    }
    return events;
  }

  private static Map<String, StatedHolding> held(Optional<Account> account, Instant at) {
    return account.flatMap(known -> known.addOns().at(at)).orElse(Map.of());
  }
}
