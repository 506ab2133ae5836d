package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compare.Segment;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A difference for programs. */
final class DiffJson {

  private final DiffWords words;

  DiffJson(DiffWords words) {
    this.words = words;
  }

  void write(JsonWriter json, DiffReport report) {
    PolicyDifference difference = report.difference();
    json.object(
        () -> {
          json.text("verdict", name(difference.verdict()));
          json.text("before", difference.before());
          json.text("after", difference.after());
          json.array("changes", difference.changes(), change -> write(json, change));
          report.fleet().ifPresent(fleet -> FleetJson.write(json, fleet));
          report.replay().ifPresent(replay -> ReplayJson.write(json, replay));
        });
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void write(JsonWriter json, Change change) {
    json.object(
        () -> {
          json.text("title", DiffWords.title(change));
          json.text("verdict", name(change.verdict()));
          if (change instanceof Change.Amounts amounts) {
            json.text("measure", name(amounts.measure()));
            json.texts("names", amounts.names());
            json.text("account", amounts.account());
            json.moment("from", amounts.from());
            json.moment("until", amounts.until());
            json.array("shifts", amounts.shifts(), shift -> write(json, shift));
          }
          json.texts("lines", words.lines(change));
        });
  }

  private static void write(JsonWriter json, Shift shift) {
    json.object(
        () -> {
          write(json, "fall", shift, shift.fall());
          write(json, "rise", shift, shift.rise());
          json.text("number", shift.number().map(Attribute::toString));
          json.array("segments", shift.segments(), segment -> write(json, segment));
        });
  }

  private static void write(
      JsonWriter json, String name, Shift shift, Optional<Shift.Extent> extent) {
    extent.ifPresentOrElse(
        found ->
            json.object(
                name,
                () -> {
                  json.object("first", () -> numbers(json, found.first()));
                  json.text("before", shift.before(found.first()).map(DiffJson::exact));
                  json.text("after", shift.after(found.first()).map(DiffJson::exact));
                  json.text("most", found.most().map(DiffJson::exact));
                  json.object("at", () -> numbers(json, found.at()));
                }),
        () -> json.nothing(name));
  }

  private static void numbers(JsonWriter json, Map<Attribute, Long> numbers) {
    numbers.forEach((attribute, number) -> json.number(attribute.toString(), number));
  }

  /** Fractions have no exact form as a number of JSON. */
  private static String exact(Object value) {
    return value.toString();
  }

  private static void write(JsonWriter json, Segment segment) {
    json.object(
        () -> {
          json.number("from", segment.from());
          if (segment.atTo().isPresent()) {
            json.number("to", segment.to());
          } else {
            json.nothing("to");
          }
          json.text("before", exact(segment.atFrom().before()));
          json.text("after", exact(segment.atFrom().after()));
          json.text("beforeAtTo", segment.atTo().map(values -> exact(values.before())));
          json.text("afterAtTo", segment.atTo().map(values -> exact(values.after())));
          json.text("start", segment.straight().map(line -> exact(line.start())));
          json.text("rise", segment.straight().map(line -> exact(line.rise())));
        });
  }
}
