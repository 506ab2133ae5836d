package dev.tollgate.server.http.answer;

import dev.tollgate.engine.book.Event;
import dev.tollgate.engine.book.Events;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Optional;

/** An event on record; its {@code type} says which further members it has. */
public final class EventJson implements Event.Visitor<Runnable> {

  private final JsonWriter json;

  private EventJson(JsonWriter json) {
    this.json = json;
  }

  /** An object. */
  public static void write(JsonWriter json, Events.Numbered numbered) {
    Event event = numbered.event();
    json.object(
        () -> {
          json.number("id", numbered.number());
          json.moment("at", event.at());
          json.text("product", Optional.of(event.product()).filter(name -> !name.isEmpty()));
          json.text("account", Optional.of(event.account()).filter(name -> !name.isEmpty()));
          json.text("type", event.detail().type());
          event.detail().accept(new EventJson(json)).run();
        });
  }

  @Override
  public Runnable visitThresholdCrossed(Event.ThresholdCrossed crossed) {
    return () -> {
      json.text("decisionId", crossed.decisionId());
      json.text("quota", crossed.quota());
      json.object("keys", () -> crossed.keys().forEach(json::text));
      json.number("percent", crossed.percent());
      json.number("used", crossed.used());
      json.number("available", crossed.available());
      json.text("window", crossed.window());
    };
  }

  @Override
  public Runnable visitProfileChanged(Event.ProfileChanged changed) {
    return () -> {
      json.moment("from", changed.from());
      profile("before", changed.before());
      profile("after", changed.after());
    };
  }

  @Override
  public Runnable visitAddOnChanged(Event.AddOnChanged changed) {
    return () -> {
      json.text("addon", changed.addOn());
      holding("before", changed.before());
      holding("after", changed.after());
    };
  }

  @Override
  public Runnable visitAdjusted(Event.Adjusted adjusted) {
    return () -> {
      json.text("adjustmentId", adjusted.adjustmentId());
      json.text("quota", adjusted.quota());
      json.object("keys", () -> adjusted.keys().forEach(json::text));
      json.number("amount", adjusted.units());
      json.text("reason", adjusted.reason());
    };
  }

  @Override
  public Runnable visitClockJumped(Event.ClockJumped jumped) {
    return () -> {
      json.moment("expected", jumped.expected());
      json.moment("found", jumped.found());
    };
  }

  private void profile(String name, Optional<StatedProfile> profile) {
    profile.ifPresentOrElse(
        it -> json.object(name, () -> AccountJson.profile(json, it)), () -> json.nothing(name));
  }

  private void holding(String name, Optional<StatedHolding> holding) {
    holding.ifPresentOrElse(it -> HoldingJson.write(json, name, it), () -> json.nothing(name));
  }
}
