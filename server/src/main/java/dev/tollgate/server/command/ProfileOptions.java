package dev.tollgate.server.command;

import dev.tollgate.engine.decide.Stated;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.terms.Holding;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say whom a question is about. */
final class ProfileOptions {

  private static final String USED = "used:";

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "The account, where a contract names it.")
  private Optional<String> account = Optional.empty();

  @Option(names = "--edition", paramLabel = "NAME", description = "Its edition.")
  private Optional<String> edition = Optional.empty();

  @Option(
      names = "--seat",
      paramLabel = "KIND=N",
      description = "Its seats of a kind, such as user=1000.")
  private List<String> seats = new ArrayList<>();

  @Option(
      names = "--fact",
      paramLabel = "NAME=VALUE",
      description = "A fact that the product asks about, such as region=eu.")
  private List<String> facts = new ArrayList<>();

  @Option(
      names = "--signed-up",
      paramLabel = "DATE",
      description = "When it signed up, such as 2025-10-30.")
  private Optional<String> signedUp = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Its time zone, such as Europe/Berlin.")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--addon",
      paramLabel = "NAME=N",
      description = {
        "An add-on it has bought N of; NAME=used:N when",
        "it pays for what it uses, up to N."
      })
  private List<String> addOns = new ArrayList<>();

  /** The account of the question; empty when nobody needs to know. */
  Optional<String> account() {
    return account;
  }

  /**
   * What the options say.
   *
   * @throws BadUsage if an option has a form that no product could understand
   */
  StatedProfile profile() {
    return new StatedProfile(
        edition, seats(), facts(), signedUp.map(ProfileOptions::date), zone, addOns());
  }

  private Map<String, Long> seats() {
    Map<String, Long> numbers = new LinkedHashMap<>();
    Assignments.of("--seat", seats)
        .forEach((kind, number) -> numbers.put(kind, Numbers.whole("--seat " + kind, number)));
    return numbers;
  }

  private Map<String, Stated> facts() {
    Map<String, Stated> values = new LinkedHashMap<>();
    Assignments.of("--fact", facts).forEach((fact, word) -> values.put(fact, Stated.untyped(word)));
    return values;
  }

  private Map<String, StatedHolding> addOns() {
    Map<String, StatedHolding> holdings = new LinkedHashMap<>();
    Assignments.of("--addon", addOns)
        .forEach((name, text) -> holdings.put(name, holding("--addon " + name, text)));
    return holdings;
  }

  private static StatedHolding holding(String what, String text) {
    boolean used = text.startsWith(USED);
    return new StatedHolding(
        used ? Holding.Mode.USED : Holding.Mode.BOUGHT,
        Numbers.of(what, used ? text.substring(USED.length()) : text));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw new BadUsage(
          "`--signed-up %s` is not a date".formatted(text), "write it like 2025-10-30");
    }
  }
}
