package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Name;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Resolves names of time zones. */
final class Zones {

  private final Draft draft;

  Zones(Draft draft) {
    this.draft = draft;
  }

  Optional<ZoneId> find(Name name) {
    try {
      return Optional.of(ZoneId.of(name.text()));
    } catch (DateTimeException unknown) {
      List<Known> known =
          ZoneId.getAvailableZoneIds().stream().sorted().map(Known::builtIn).toList();
      draft.unknowns.use(DiagnosticCode.UNKNOWN_ZONE, "a time zone", name, known);
      return Optional.empty();
    }
  }
}
