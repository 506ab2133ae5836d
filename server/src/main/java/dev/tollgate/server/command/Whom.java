package dev.tollgate.server.command;

import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.policy.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom a question is about, in words: {@code account acme, edition professional, 1,000 users}. */
final class Whom {

  private Whom() {}

  static String of(Optional<String> account, StatedProfile profile, Product product) {
    List<String> words = new ArrayList<>();
    account.ifPresent(id -> words.add("account " + id));
    profile
        .edition()
        .flatMap(product::edition)
        .ifPresent(edition -> words.add("edition " + edition.name()));
    profile
        .seats()
        .forEach(
            (kind, number) -> words.add(Figures.of(number) + " " + seats(kind, number, product)));
    profile.facts().forEach((fact, value) -> words.add(fact + " " + value));
    profile.signedUp().ifPresent(date -> words.add("signed up " + date));
    profile.zone().ifPresent(zone -> words.add("zone " + zone));
    return words.isEmpty() ? "an account of which nothing is known" : String.join(", ", words);
  }

  private static String seats(String kind, long number, Product product) {
    return product
        .seat(kind)
        .map(seat -> number == 1 ? seat.singular() : seat.plural())
        .orElse(kind);
  }
}
