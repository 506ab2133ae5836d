package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.compare.Verdict;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.ValueSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be said of the amounts of one edition or call: for whom and when each of it is so, in
 * as few words as will do. What is so for most comes last, as what is so for all others.
 */
final class Stories {

  /** The moment of a change, for boxes; no fact and no parameter can have such a name. */
  private static final Attribute MOMENT = Attribute.parameter("the moment", true);

  /** What is said of those who are told of last. */
  static final String OTHERS = "for all others";

  private static final int MOST_BOXES = 60;

  /** What was found, by what is to be said of it. */
  static final class Found {
    private final Map<List<String>, List<Box>> boxes = new LinkedHashMap<>();
    private final Map<List<String>, Amounts> changes = new LinkedHashMap<>();
    private final Map<List<String>, Shift> shifts = new LinkedHashMap<>();

    void add(Amounts amounts, Shift shift, List<String> lines) {
      Box box = shift.box().intersect(Box.of(MOMENT, during(amounts)));
      boxes.computeIfAbsent(lines, unused -> new ArrayList<>()).add(box);
      changes.putIfAbsent(lines, amounts);
      shifts.putIfAbsent(lines, shift);
    }

    /** For whom and when it is so. */
    Map<List<String>, List<Box>> boxes() {
      return boxes;
    }

    List<Amounts> changes() {
      return List.copyOf(changes.values());
    }

    Verdict verdict() {
      boolean moreIsBetter = changes().get(0).measure().moreIsBetter();
      return shifts.values().stream()
          .map(shift -> shift.verdict(moreIsBetter))
          .reduce(Verdict.IDENTICAL, Verdict::and);
    }
  }

  private static ValueSet during(Amounts amounts) {
    return ValueSet.between(
        amounts.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
        amounts.until().map(until -> until.toEpochMilli() - 1).orElse(Long.MAX_VALUE));
  }

  private final DiffWhom whom;
  private final Found found;
  private final Box everybody;

  Stories(DiffWhom whom, Found found) {
    this.whom = whom;
    this.found = found;
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>(whom.all(found.changes().get(0)).sides());
    // Ranges of a number tell of all that give one.
    found.shifts.values().stream()
        .flatMap(shift -> shift.number().stream())
        .forEach(number -> sides.merge(number, ValueSet.given(true), ValueSet::intersect));
    sides.put(MOMENT, ValueSet.given(true));
    this.everybody = new Box(sides);
  }

  List<Told.Story> all() {
    Map<List<String>, Region> regions = new LinkedHashMap<>();
    Optional<List<String>> others = Optional.empty();
    String together = "";
    try {
      Region all = Region.nothing();
      for (Map.Entry<List<String>, List<Box>> each : found.boxes().entrySet()) {
        Region region = united(each.getValue());
        regions.put(each.getKey(), region);
        all = all.union(region);
      }
      List<Box> plain = plain(all);
      if (plain.size() == 1) {
        Amounts first = found.changes().get(0);
        together = joined(time(first, plain.get(0)), where(first, plain.get(0), number()));
        others =
            regions.entrySet().stream()
                .max(Map.Entry.comparingByValue((a, b) -> a.boxes().size() - b.boxes().size()))
                .filter(each -> regions.size() == 1 || plain(each.getValue()).size() > 1)
                .map(Map.Entry::getKey);
      }
    } catch (Region.TooManyBoxes tooMany) {
      found.boxes().forEach((lines, boxes) -> regions.put(lines, new Region(boxes)));
    }
    List<Told.Story> stories = new ArrayList<>();
    for (Map.Entry<List<String>, Region> each : regions.entrySet()) {
      if (!others.equals(Optional.of(each.getKey()))) {
        stories.add(story(each.getKey(), Optional.of(whose(each))));
      }
    }
    if (others.isPresent()) {
      String begin = stories.isEmpty() ? "" : OTHERS;
      String comma = begin.isEmpty() || together.isEmpty() ? "" : ", ";
      stories.add(story(others.get(), Optional.of(begin + comma + together)));
    }
    return stories;
  }

  /** The number that ranges are about, where they all are about the same. */
  private Optional<Attribute> number() {
    Set<Optional<Attribute>> numbers =
        found.shifts.values().stream().map(Shift::number).collect(Collectors.toSet());
    return numbers.size() == 1 ? numbers.iterator().next() : Optional.empty();
  }

  /** Whether for all others, and at any other time, nothing changes. */
  boolean isOfSome() {
    try {
      Region all = Region.nothing();
      for (List<Box> boxes : found.boxes().values()) {
        all = all.union(united(boxes));
      }
      return found.changes().get(0).account().isEmpty() && !all.covers(Region.of(everybody));
    } catch (Region.TooManyBoxes tooMany) {
      return false;
    }
  }

  private static Region united(List<Box> boxes) {
    Region region = Region.nothing();
    for (Box box : boxes) {
      region = region.union(Region.of(box));
    }
    return region;
  }

  private Told.Story story(List<String> lines, Optional<String> whose) {
    Amounts amounts = found.changes.get(lines);
    Shift shift = found.shifts.get(lines);
    return new Told.Story(
        amounts,
        shift,
        new AmountWords(whom, amounts, shift),
        lines,
        whose.filter(words -> !words.isEmpty()));
  }

  /** Who they are, each kind as plain as it can be said. */
  private String whose(Map.Entry<List<String>, Region> story) {
    Amounts amounts = found.changes.get(story.getKey());
    Optional<Attribute> number = found.shifts.get(story.getKey()).number();
    Map<String, Set<String>> tests = new LinkedHashMap<>();
    for (Box box : plain(story.getValue())) {
      tests
          .computeIfAbsent(time(amounts, box), unused -> new LinkedHashSet<>())
          .add(where(amounts, box, number));
    }
    return tests.entrySet().stream()
        .map(each -> joined(each.getKey(), String.join("; or ", each.getValue())))
        .collect(Collectors.joining("; or "));
  }

  /** The same accounts and calls with as few tests as will do. */
  private List<Box> plain(Region region) {
    if (region.boxes().size() > MOST_BOXES) {
      return region.boxes();
    }
    List<Box> plain = new ArrayList<>();
    for (Box box : region.boxes()) {
      Box wider = box;
      for (Attribute side : box.sides().keySet()) {
        Map<Attribute, ValueSet> fewer = new LinkedHashMap<>(wider.sides());
        fewer.remove(side);
        Box candidate = new Box(fewer);
        if (region.covers(Region.of(candidate.intersect(everybody)))) {
          wider = candidate;
        }
      }
      plain.add(wider);
    }
    for (Box box : List.copyOf(plain)) {
      List<Box> others = new ArrayList<>(plain);
      others.remove(box);
      if (!others.isEmpty() && united(others).covers(Region.of(box.intersect(everybody)))) {
        plain.remove(box);
      }
    }
    return plain;
  }

  private static String joined(String time, String where) {
    return time + (time.isEmpty() || where.isEmpty() ? "" : ", ") + where;
  }

  private String time(Amounts amounts, Box box) {
    return ((ValueSet.Numbers) box.side(MOMENT))
        .intervals().stream()
            .map(interval -> stretch(amounts, interval))
            .collect(Collectors.joining(" or "));
  }

  private String where(Amounts amounts, Box box, Optional<Attribute> number) {
    Map<Attribute, ValueSet> tests = new LinkedHashMap<>(box.sides());
    tests.remove(MOMENT);
    return whom.of(amounts, new Box(tests), number).map(words -> "where " + words).orElse("");
  }

  private String stretch(Amounts amounts, ValueSet.Interval interval) {
    List<String> words = new ArrayList<>();
    if (interval.least() != Long.MIN_VALUE) {
      words.add("from " + moment(amounts, interval.least()));
    }
    if (interval.most() != Long.MAX_VALUE) {
      words.add("until " + moment(amounts, interval.most() + 1));
    }
    return String.join(" ", words);
  }

  private String moment(Amounts amounts, long millis) {
    return whom.moment(amounts, Instant.ofEpochMilli(millis));
  }
}
