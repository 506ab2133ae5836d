package dev.tollgate.server.command;

import dev.tollgate.engine.decide.StatedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom a question is about, in words: {@code account acme, edition professional, 1,000 user}. */
final class Whom {

  private Whom() {}

  /**
   * @param edition its canonical name; empty in a product that has none
   */
  static String of(Optional<String> account, Optional<String> edition, StatedProfile profile) {
    List<String> words = new ArrayList<>();
    account.ifPresent(id -> words.add("account " + id));
    edition.ifPresent(name -> words.add("edition " + name));
    profile.seats().forEach((kind, number) -> words.add(kind + " " + Figures.of(number)));
    profile.facts().forEach((fact, value) -> words.add(fact + " " + value));
    profile.signedUp().ifPresent(date -> words.add("signed up " + date));
    profile.zone().ifPresent(zone -> words.add("zone " + zone));
    return words.isEmpty() ? "an account of which nothing is known" : String.join(", ", words);
  }
}
