package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.Stated;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.server.http.json.JsonWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A stored account as it is at a moment. */
public final class AccountJson {

  private AccountJson() {}

  /** An object; {@code inForce} is false before the account's first profile begins. */
  public static void write(JsonWriter json, Account account, Instant at) {
    Optional<StatedProfile> known = account.at(at);
    StatedProfile profile = known.orElse(StatedProfile.NOTHING);
    json.object(
        () -> {
          json.text("product", account.product());
          json.text("account", account.id());
          json.moment("at", at);
          json.yesOrNo("inForce", known.isPresent());
          profile(json, profile);
          json.object(
              "addons",
              () ->
                  profile
                      .addOns()
                      .forEach((addOn, holding) -> HoldingJson.write(json, addOn, holding)));
          json.moment("nextChange", account.nextChangeAfter(at));
        });
  }

  /** The members that say what an account is, without add-ons. */
  static void profile(JsonWriter json, StatedProfile profile) {
    json.text("edition", profile.edition());
    json.object("seats", () -> profile.seats().forEach(json::number));
    json.date("signedUp", profile.signedUp());
    json.text("zone", profile.zone());
    facts(json, profile.facts());
  }

  private static void facts(JsonWriter json, Map<String, Stated> facts) {
    json.object(
        "facts",
        () ->
            facts.forEach(
                (fact, value) -> {
                  json.name(fact);
                  json.scalar(Optional.of(plain(value)));
                }));
  }

  private static Object plain(Stated value) {
    if (value instanceof Stated.Text text) {
      return text.text();
    }
    if (value instanceof Stated.Number number) {
      return number.number();
    }
    if (value instanceof Stated.YesOrNo yesOrNo) {
      return yesOrNo.yes();
    }
    throw new IllegalArgumentException("no such value: " + value);
  }
}
