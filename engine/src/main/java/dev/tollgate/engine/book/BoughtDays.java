package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.Pricing;
import dev.tollgate.engine.decide.SlabLine;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.Timeline;
import dev.tollgate.engine.terms.Holding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an account pays for the add-ons that it has bought.
 *
 * <p>A day costs the price of the most that was held at any moment of it, by the price list in
 * force when that much was first held on it. So an add-on is paid from the day on which it is
 * bought to the day on which it is given up, both whole: its units could be used from the first
 * moment on and came back only when the day was over, and to buy in the morning and give up in the
 * evening is not free. Where the price is one of a month, the same holds for the calendar month,
 * and what is to pay is on the day on which more is held than before in this month.
 *
 * <p>Worked example, with 0.14 for each 1,000 of the first 25,000 and 0.06 beyond: 25,000 are held,
 * raised to 75,000 at noon and given up at three. The day costs 6.50, the next one nothing.
 *
 * <p>Days are those of the account's zone of the moment. A day that a change of the zone brings
 * twice is paid once.
 */
final class BoughtDays {

  private final Account account;
  private final ZoneId productZone;
  private final PriceHistory prices;

  /** What was charged of an add-on, by the day or the month that it is for. */
  private final Map<Period, Charged> charged = new HashMap<>();

  private final List<BilledLine> lines = new ArrayList<>();

  private BoughtDays(Account account, ZoneId productZone, PriceHistory prices) {
    this.account = account;
    this.productZone = productZone;
    this.prices = prices;
  }

  /**
   * The lines of the days from {@code from} to {@code to}, both included, as far as they have
   * begun.
   *
   * @param productZone for an account that states no zone
   */
  static List<BilledLine> of(
      Account account,
      ZoneId productZone,
      PriceHistory prices,
      LocalDate from,
      LocalDate to,
      Instant now) {
    BoughtDays days = new BoughtDays(account, productZone, prices);
    // What is to pay on a day depends on the days before it in the month.
    days.walk(from.withDayOfMonth(1), to, now);
    return days.lines.stream().filter(line -> !line.day().isBefore(from)).toList();
  }

  private record Period(String addOn, String text) {}

  /** What is paid already. */
  private record Charged(BigDecimal amount, Pricing pricing) {}

  private void walk(LocalDate from, LocalDate to, Instant now) {
    TreeSet<Instant> changes = new TreeSet<>();
    account.profiles().entries().stream().map(Timeline.Entry::from).forEach(changes::add);
    account.addOns().entries().stream().map(Timeline.Entry::from).forEach(changes::add);
    for (Instant begin : changes.headSet(now, true)) {
      Instant next = Optional.ofNullable(changes.higher(begin)).orElse(Instant.MAX);
      walk(begin, next.isAfter(now) ? now : next.minusMillis(1), from, to);
    }
  }

  /** A stretch in which neither the zone nor what is held changes; both ends are in it. */
  private void walk(Instant begin, Instant end, LocalDate from, LocalDate to) {
    ZoneId zone = zone(begin);
    LocalDate first = LocalDate.ofInstant(begin, zone);
    LocalDate lastDay = LocalDate.ofInstant(end, zone);
    LocalDate until = lastDay.isBefore(to) ? lastDay : to;
    for (LocalDate day = first.isBefore(from) ? from : first;
        !day.isAfter(until);
        day = day.plusDays(1)) {
      Instant dawn = day.atStartOfDay(zone).toInstant();
      hold(day, dawn.isAfter(begin) ? dawn : begin);
    }
  }

  private ZoneId zone(Instant at) {
    return account
        .profileAt(at)
        .flatMap(profile -> profile.zone())
        .map(ZoneId::of)
        .orElse(productZone);
  }

  private void hold(LocalDate day, Instant at) {
    Map<String, StatedHolding> held = account.addOns().at(at).orElse(Map.of());
    held.forEach(
        (addOn, holding) -> {
          if (holding.mode() == Holding.Mode.BOUGHT && holding.amount().signum() > 0) {
            prices
                .at(account.product(), addOn, holding.amount(), at)
                .ifPresent(list -> hold(day, addOn, holding.amount(), list));
          }
        });
  }

  private void hold(LocalDate day, String addOn, BigDecimal amount, PriceHistory.Entry entry) {
    PriceList list = entry.list().orElseThrow();
    Period period =
        new Period(addOn, list.perMonth() ? YearMonth.from(day).toString() : day.toString());
    Pricing pricing = list.price(amount);
    Optional<Charged> before = Optional.ofNullable(charged.get(period));
    if (before.filter(most -> most.amount().compareTo(amount) >= 0).isPresent()) {
      return;
    }
    charged.put(period, new Charged(amount, pricing));
    for (SlabLine slab :
        before.map(most -> pricing.minus(most.pricing())).orElse(pricing.lines())) {
      lines.add(
          new BilledLine(day, Holding.Mode.BOUGHT, addOn, Optional.empty(), entry.policy(), slab));
    }
  }
}
