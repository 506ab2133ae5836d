package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Stated;
import dev.tollgate.engine.policy.NearestName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What the cells of a row say about a call that was made: {@code time}, {@code product}, {@code
 * account}, {@code call}, {@code params.records}, {@code keys.app}, {@code channel}, {@code end}.
 * For one thread.
 */
public final class CallColumns {

  private static final List<String> PLAIN =
      List.of("time", "product", "account", "call", "channel", "end");
  private static final int NEEDED = 4;
  private static final String PARAMETER = "params.";
  private static final String KEY = "keys.";

  /** What calls say besides by whom and when; most calls say what others have said. */
  private record Said(
      String product, AskedCall call, Map<String, String> keys, Optional<String> channel) {}

  /** So many different ones are remembered. */
  private static final int REMEMBERED = 10_000;

  private final List<String> names;
  private final int[] plain;
  private final Map<Integer, String> parameters = new LinkedHashMap<>();
  private final Map<Integer, String> keys = new LinkedHashMap<>();
  private final int[] saying;
  private final Map<List<String>, Said> said = new HashMap<>();

  /**
   * Reads the names of columns.
   *
   * @throws BadRow if a name means nothing, stands there twice, or a needed one is missing
   */
  public CallColumns(List<String> names) {
    this.names = List.copyOf(names);
    this.plain = PLAIN.stream().mapToInt(names::indexOf).toArray();
    List<String> seen = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      String name = names.get(at);
      if (seen.contains(name)) {
        throw new BadRow(at, "`" + name + "` stands there twice");
      }
      seen.add(name);
      if (name.startsWith(PARAMETER)) {
        parameters.put(at, name.substring(PARAMETER.length()));
      } else if (name.startsWith(KEY)) {
        keys.put(at, name.substring(KEY.length()));
      } else if (!PLAIN.contains(name)) {
        String hint =
            NearestName.of(name, PLAIN)
                .map(meant -> "; did you mean `" + meant + "`?")
                .orElse("; parameters are `params.NAME`, keys are `keys.NAME`");
        throw new BadRow(at, "there is no column `" + name + "`" + hint);
      }
    }
    this.saying =
        IntStream.range(0, names.size())
            .filter(at -> at != plain[0] && at != plain[2] && at != plain[5])
            .toArray();
    for (int needed = 0; needed < NEEDED; needed++) {
      if (plain[needed] < 0) {
        throw new BadRow(0, "`" + PLAIN.get(needed) + "` is missing");
      }
    }
  }

  /**
   * The call of a row. Whether the policies know it is found out when it is replayed.
   *
   * @param line where it stands
   * @throws BadRow if a cell has not its form
   */
  public LoggedCall read(long line, String[] cells) {
    if (cells.length != names.size()) {
      throw new BadRow(0, "%d cells under %d columns".formatted(cells.length, names.size()));
    }
    Instant at = moment(plain[0], cells[plain[0]]);
    for (int needed = 1; needed < NEEDED; needed++) {
      if (cells[plain[needed]].isEmpty()) {
        throw new BadRow(plain[needed], "`" + PLAIN.get(needed) + "` is empty");
      }
    }
    Said said = said(cells);
    Optional<Instant> end = optional(cells, 5).map(text -> moment(plain[5], text));
    if (end.filter(at::isAfter).isPresent()) {
      throw new BadRow(plain[5], "a call does not end before it begins");
    }
    CallRequest request =
        new CallRequest(
            said.product(),
            Asker.stored(cells[plain[2]]),
            said.call(),
            said.keys(),
            said.channel(),
            Optional.empty(),
            "",
            Optional.empty(),
            end.isPresent(),
            Optional.empty());
    return new LoggedCall(line, at, request, end);
  }

  /** Whoever reads the same again gets the same objects. */
  private Said said(String[] cells) {
    List<String> key = new ArrayList<>(saying.length);
    for (int place : saying) {
      key.add(cells[place]);
    }
    Said known = said.get(key);
    if (known == null) {
      known = say(cells);
      if (said.size() >= REMEMBERED) {
        said.clear();
      }
      said.put(key, known);
    }
    return known;
  }

  private Said say(String[] cells) {
    Map<String, Stated> params = new LinkedHashMap<>();
    parameters.forEach(
        (place, name) -> {
          if (!cells[place].isEmpty()) {
            params.put(name, Stated.untyped(cells[place]));
          }
        });
    Map<String, String> values = new LinkedHashMap<>();
    keys.forEach(
        (place, name) -> {
          if (!cells[place].isEmpty()) {
            values.put(name, cells[place]);
          }
        });
    return new Said(
        cells[plain[1]], AskedCall.of(cells[plain[3]], params), values, optional(cells, 4));
  }

  private Optional<String> optional(String[] cells, int which) {
    return plain[which] < 0
        ? Optional.empty()
        : Optional.of(cells[plain[which]]).filter(text -> !text.isEmpty());
  }

  private static Instant moment(int column, String text) {
    OptionalLong plain = PlainMoment.millis(text);
    if (plain.isPresent()) {
      return Instant.ofEpochMilli(plain.getAsLong());
    }
    try {
      Instant moment =
          text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
      return moment.truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException malformed) {
      throw new BadRow(
          column, "a moment such as 2026-01-01T10:00:00Z is expected, and not `" + text + "`");
    }
  }
}
