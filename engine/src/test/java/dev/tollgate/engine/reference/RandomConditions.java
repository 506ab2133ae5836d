package dev.tollgate.engine.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes random conditions that some account meets and some does not. */
final class RandomConditions {

  private final Random random;

  RandomConditions(Random random) {
    this.random = random;
  }

  /** A condition on an account, of so many parts, each about something else. */
  String ofProfile(int parts) {
    List<String> tests =
        new ArrayList<>(
            List.of(
                "paid is " + pick("yes", "no"),
                "region " + pick("is eu", "is not asia", "in (eu, us)", "not in (eu, asia)"),
                "users " + pick("above ", "at most ", ">= ", "< ") + (1 + random.nextInt(9)),
                "agents " + pick("above ", "below ", "is not ") + (1 + random.nextInt(4)),
                "edition " + pick("is basic", "is not gold", "in (silver, gold)"),
                "signed up " + pick("before ", "from ", "through ", "after ") + "2026-01-15",
                "(old above " + random.nextInt(20) + " or paid is yes)"));
    Collections.shuffle(tests, random);
    List<String> chosen = new ArrayList<>();
    for (String test : tests) {
      // Two tests of `paid` could contradict each other.
      boolean again = test.contains("paid") && chosen.stream().anyMatch(c -> c.contains("paid"));
      if (chosen.size() < parts && !again) {
        chosen.add(test);
      }
    }
    return String.join(" and ", chosen);
  }

  /** A condition on a call with the parameters named. */
  String ofCall(String call) {
    String own =
        switch (call) {
          case "items.list" -> pick("cvid is given", "cvid is not given", "offset above 300");
          case "items.write" -> "records " + pick("above 10", "<= 5", "is 1");
          case "mixes.run" -> pick("mode is fast", "mode is not fast", "records >= 20");
          default -> pick("channel is ui", "channel in (ui, mobile)", "channel is not api");
        };
    return switch (random.nextInt(3)) {
      case 0 -> own + " and " + ofProfile(1);
      case 1 -> own + " and app is \"erp\"";
      default -> own;
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
