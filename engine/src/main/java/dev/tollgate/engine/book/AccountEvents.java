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
   * @param after empty for one that was forgotten
   * @param at when it was changed
   */
  public static List<Event> of(Optional<Account> before, Optional<Account> after, Instant at) {
    Account any = after.or(() -> before).orElseThrow();
    List<Event> events = new ArrayList<>();
    if (after.isEmpty()) {
      Optional<StatedProfile> last = before.flatMap(account -> account.profiles().at(at));
      Event.Detail forgotten = new Event.ProfileChanged(at, last, Optional.empty());
      return List.of(new Event(at, any.product(), any.id(), forgotten));
    }
    Timeline<StatedProfile> profiles = before.map(Account::profiles).orElse(Timeline.empty());
    for (Timeline.Entry<StatedProfile> entry : after.get().profiles().entries()) {
      if (!profiles.entries().contains(entry)) {
        Optional<StatedProfile> was = profiles.at(entry.from());
        Optional<StatedProfile> is = Optional.of(entry.value());
        if (!was.equals(is)) {
          Event.Detail stated = new Event.ProfileChanged(entry.from(), was, is);
          events.add(new Event(at, any.product(), any.id(), stated));
        }
      }
    }
    Map<String, StatedHolding> had = held(before, at);
    Map<String, StatedHolding> has = held(after, at);
    TreeSet<String> names = new TreeSet<>(had.keySet());
    names.addAll(has.keySet());
    for (String name : names) {
      Optional<StatedHolding> was = Optional.ofNullable(had.get(name));
      Optional<StatedHolding> is = Optional.ofNullable(has.get(name));
      if (!was.equals(is)) {
        Event.Detail changed = new Event.AddOnChanged(name, was, is);
        events.add(new Event(at, any.product(), any.id(), changed));
      }
    }
    return events;
  }

  private static Map<String, StatedHolding> held(Optional<Account> account, Instant at) {
    return account.flatMap(known -> known.addOns().at(at)).orElse(Map.of());
  }
}
