package dev.tollgate.server.http.answer;

import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.store.StoreSettings;
import dev.tollgate.server.store.disk.StoreState;
import java.util.Locale;

/** How the store is doing, as JSON. */
public final class StoreJson {

  private StoreJson() {}

  /** The members of an object; what is wrong is told without naming files. */
  public static void write(JsonWriter json, StoreSettings settings, StoreState state) {
    json.text("kept", settings.folder().isPresent() ? "on disk" : "in memory");
    json.text(
        "durability",
        settings.folder().map(any -> settings.durability().name().toLowerCase(Locale.ROOT)));
    json.number("changes", state.appended());
    json.number("waiting", state.waiting());
    json.text("trouble", state.trouble().map(any -> "nothing can be written down now"));
  }
}
