package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Readings;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.ProfileReadings;
import dev.tollgate.engine.terms.Resolved;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the dates of clauses that apply to a question, and the clauses that one thing alone keeps
 * from it: a date, one comparison of a condition, the name of an account. Whoever expects another
 * answer may have meant them.
 *
 * <p>Worked example: `when region is "EU" and users >= 10` is nearly for an account with 20 users
 * whose region is "eu", and not for one with 5 users.
 */
final class Applying {

  private final Product product;
  private final Policy policy;
  private final Optional<String> asking;
  private final Instant at;
  private final ZoneId zone;
  private final Set<Because> found = new LinkedHashSet<>();

  private Applying(Question question, TermsAt terms) {
    this.product = question.subject().product();
    this.policy = question.subject().snapshot().policy();
    this.asking = question.subject().account();
    this.at = question.at();
    this.zone = terms.profile().zoneIn(product);
  }

  /** In the order of the text, by quota; each with the line that is in its way. */
  static List<Because> of(Question question) {
    return question
        .terms()
        .map(terms -> new Applying(question, terms).all(question, terms))
        .orElse(List.of());
  }

  private List<Because> all(Question question, TermsAt terms) {
    ProfileReadings account = terms.readings();
    for (Resolved resolved : terms.quotas()) {
      String quota = resolved.quota().name();
      if (resolved instanceof Entitlement entitlement) {
        for (Inquiry.Times times : question.inquiry().calls()) {
          costs(entitlement, question.inquiry().readings(account, times.call()));
        }
        entitlement.version().grandfathering().ifPresent(clause -> grandfathering(clause, account));
      }
      product.rules().stream()
          .filter(rule -> rule.quota().equals(quota))
          .forEach(rule -> rule(rule, account));
      policy.contracts().stream()
          .filter(contract -> contract.product().equals(product.name()))
          .filter(contract -> isAbout(contract, quota))
          .forEach(this::contract);
    }
    return List.copyOf(found);
  }

  /** Cost lines about a call above the one that decides. */
  private void costs(Entitlement terms, CallReadings readings) {
    ReadCall call = readings.call();
    for (CallCost line : terms.costs()) {
      if (line.calls().contains(call.name(), call.declared().isPresent())) {
        if (line.when().judge(readings) == Truth.TRUE) {
          break;
        }
        unmet(line.when(), readings)
            .ifPresent(test -> add(asks("this line does not decide", test), test.place()));
      }
    }
    call.parts().forEach(part -> costs(terms, readings.of(part)));
  }

  private void grandfathering(QuotaVersion.Grandfathering clause, Readings account) {
    unmet(clause.accounts(), account)
        .ifPresent(test -> add(asks("nothing is kept of " + clause.version(), test), test.place()));
  }

  private void rule(Rule rule, Readings account) {
    String name = "rule \"" + rule.title() + "\"";
    if (rule.when().judge(account) == Truth.TRUE) {
      dates(name, rule.during(), rule.place());
    } else if (rule.during().contains(at, zone)) {
      unmet(rule.when(), account)
          .ifPresent(test -> add(asks(name + " does not apply", test), test.place()));
    }
  }

  private void contract(Contract contract) {
    String name = "contract \"" + contract.title() + "\"";
    if (asking.filter(contract.account()::equals).isPresent()) {
      dates(name, contract.during(), contract.place());
    } else if (contract.during().contains(at, zone)
        && asking.flatMap(id -> NearestName.of(id, Set.of(contract.account()))).isPresent()) {
      add(name + " is for account " + contract.account(), Optional.of(contract.place()));
    }
  }

  private static boolean isAbout(Contract contract, String quota) {
    return contract.allotments().stream().anyMatch(line -> line.quota().equals(quota))
        || contract.costs().stream().anyMatch(line -> line.quota().equals(quota));
  }

  /** Whether a clause that is for the account is in force, at the line that says when it is. */
  private void dates(String name, Stretch during, Place clause) {
    Place place = policy.lines().of(clause, "from");
    String begins = during.from().map(Object::toString).orElse("");
    if (during.from().filter(begin -> at.isBefore(begin.in(zone))).isPresent()) {
      add(name + " does not apply before " + begins, Optional.of(place));
    } else if (during.until().filter(end -> !at.isBefore(end.in(zone))).isPresent()) {
      add(name + " does not apply from " + during.until().get() + " on", Optional.of(place));
    } else if (!during.equals(Stretch.FOREVER)) {
      String until = during.until().map(end -> " until " + end).orElse("");
      add(
          name + " applies" + (begins.isEmpty() ? "" : " from " + begins) + until,
          Optional.of(place));
    }
  }

  private static String asks(String outcome, Condition.Test test) {
    return outcome + ": it asks for `" + test.text() + "`";
  }

  /** The only comparison that a condition fails by; empty where it holds or fails by several. */
  private static Optional<Condition.Test> unmet(Condition condition, Readings readings) {
    List<Condition> parts =
        condition instanceof Condition.All all ? all.parts() : List.of(condition);
    List<Condition.Test> unmet = new ArrayList<>();
    for (Condition part : parts) {
      if (part.judge(readings) == Truth.FALSE) {
        part.forEachTest(unmet::add);
      }
    }
    return unmet.size() == 1 ? Optional.of(unmet.get(0)) : Optional.empty();
  }

  private void add(String text, Optional<Place> place) {
    found.add(new Because(text, place));
  }
}
