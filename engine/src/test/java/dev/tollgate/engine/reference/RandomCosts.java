package dev.tollgate.engine.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a random cost table in which every line can be reached and every call has a price. */
final class RandomCosts {

  private final Random random;
  private final RandomConditions conditions;
  private final List<String> calls;
  private final boolean whole;

  /**
   * @param calls that the quota counts
   * @param whole whether the unit has no decimals; otherwise it has one
   */
  RandomCosts(Random random, RandomConditions conditions, List<String> calls, boolean whole) {
    this.random = random;
    this.conditions = conditions;
    this.calls = calls;
    this.whole = whole;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (whole && random.nextInt(6) == 0) {
      return lines;
    }
    for (String call : calls) {
      if (random.nextInt(3) == 0) {
        String when = conditions.ofCall(call);
        lines.add("call " + call + " when " + when + " " + charge("items.read"));
      }
      // One call stays without a line of its own, so that `any other call` is about something.
      if (!call.equals(plain()) && random.nextBoolean()) {
        lines.add("call " + call + " " + charge(call));
      }
    }
    lines.add("any other call " + charge("items.read"));
    return lines;
  }

  /** The call that never has a line of its own. */
  String plain() {
    return calls.get(0);
  }

  /** A number of the unit between two whole ones. */
  String steps(int least, int most) {
    int number = least + random.nextInt(most - least + 1);
    return whole || number == 0 ? Integer.toString(number) : number + "." + random.nextInt(10);
  }

  private String charge(String call) {
    if (random.nextInt(8) == 0) {
      return "not counted";
    }
    String cost =
        switch (call) {
          case "items.list" -> list();
          case "items.write", "mixes.run" -> perRecords();
          default -> steps(0, 5);
        };
    return "costs " + cost;
  }

  private String list() {
    if (random.nextBoolean()) {
      return steps(0, 5);
    }
    return "by offset {\n to 100 %s\n to 500 %s\n beyond %s\n}"
        .formatted(steps(0, 3), steps(1, 5), steps(4, 9));
  }

  private String perRecords() {
    int group = 2 + random.nextInt(20);
    String per = steps(1, 2) + " per " + group + " records";
    return switch (random.nextInt(6)) {
      case 0 -> per + ", rounded down";
      case 1 -> per + ", rounded to nearest";
      case 2 -> whole ? per : per + ", pro rata";
      case 3 -> steps(1, 3) + " + " + per;
      case 4 -> per + ", at least " + steps(2, 4);
      default -> per;
    };
  }
}
