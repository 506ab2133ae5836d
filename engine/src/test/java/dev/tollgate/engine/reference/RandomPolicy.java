package dev.tollgate.engine.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a random policy that is right: one product with one to three quotas of every form, and
 * rules, a contract and add-ons around them. The same seed gives the same text.
 */
final class RandomPolicy {

  /** Dates around which clocks change or months end. */
  static final List<String> TURNS = List.of("2026-03-29", "2026-10-25", "2026-02-01");

  static final List<String> EDITIONS = List.of("basic", "silver", "gold");

  private static final List<String> ITEM_CALLS = List.of("items.list", "items.write");
  private static final List<String> CALLS =
      List.of("items.read", "items.list", "items.write", "mixes.run");

  private final Random random;
  private final RandomConditions conditions;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder afterwards = new StringBuilder();

  /** The date at which versions change. */
  final String turn;

  /** Quotas that each account has for itself, and that can grow. */
  private final List<String> own = new ArrayList<>();

  /** The unit of the quota that is being written. */
  private String unit = "";

  RandomPolicy(Random random) {
    this.random = random;
    this.conditions = new RandomConditions(random);
    this.turn = TURNS.get(random.nextInt(TURNS.size()));
  }

  String write() {
    text.append(
        """
        product shop "Shop" {
          zone %s
          unit credit, credits
          unit row, rows to 1 decimal place
          seat user, users
          seat agent, agents
          fact paid yes or no, unless stated no
          fact region one of eu, us, asia, unless stated us
          fact old count, unless stated 7
          fact old_credits credits, unless stated 7
          fact old_rows rows, unless stated 7.5
          key app
          edition basic "Basic" number 1
          edition silver "Silver" number 2
          edition gold "Gold" number 5
          calls items.read
          calls items.list with offset up to 1_000, cvid
          calls items.write with records up to 200
          calls mixes.run with records up to 50, mode one of (fast, slow)
        """
            .formatted(pick("UTC", "Europe/Berlin", "Asia/Kolkata")));
    if (random.nextBoolean()) {
      line("  calls open");
    }
    int quotas = 1 + random.nextInt(3);
    for (int number = 1; number <= quotas; number++) {
      quota("q" + number);
    }
    if (!own.isEmpty() && chance(2)) {
      addOn();
    }
    line("}");
    return text.append(afterwards).toString();
  }

  private void quota(String name) {
    boolean pool = chance(5);
    String window = window(pool);
    boolean bucket = window.equals("bucket");
    unit = pick("credits", "rows", "calls");
    line("  quota " + name + " in " + unit + " {");
    boolean some = chance(4);
    if (some) {
      line("    counts items.* except items.read" + (chance(2) ? " when channel is api" : ""));
    }
    line("    per " + (pool ? "all accounts" : "account") + (chance(3) ? ", app" : ""));
    line("    window " + window);
    boolean whole = !unit.equals("rows");
    RandomCosts costs = new RandomCosts(random, conditions, some ? ITEM_CALLS : CALLS, whole);
    if (pool || bucket) {
      allotments(pool, bucket, "    ");
      costs.lines().forEach(cost -> line("    " + cost));
    } else if (chance(3)) {
      versions(costs);
    } else {
      allotments(false, false, "    ");
      costs.lines().forEach(cost -> line("    " + cost));
    }
    line("  }");
    if (!pool && !bucket) {
      if (!window.startsWith("in flight")) {
        own.add(name);
      }
      rules(name, costs);
      if (chance(3)) {
        contract(name, costs);
      }
    }
  }

  private void versions(RandomCosts costs) {
    line("    version old until " + turn + " {");
    allotments(false, false, "      ");
    costs.lines().forEach(cost -> line("      " + cost));
    line("    }");
    line("    version new from " + turn + " {");
    allotments(false, false, "      ");
    costs.lines().forEach(cost -> line("      " + cost));
    if (random.nextBoolean()) {
      line("      grandfather old {");
      line("        accounts " + conditions.ofProfile(1 + random.nextInt(2)));
      line("        keep greater");
      line("        until forever");
      line("      }");
    }
    line("    }");
  }

  private void allotments(boolean pool, boolean bucket, String indent) {
    if (bucket) {
      line(
          indent
              + "allot any edition capacity %d refill %d per %s"
                  .formatted(number(5, 40), number(1, 9), pick("second", "minute", "hour")));
    } else if (pool || chance(5)) {
      line(indent + "allot any edition base " + number(5, 60));
    } else {
      for (String edition : EDITIONS) {
        editionLines(edition, indent);
      }
    }
  }

  private void editionLines(String edition, String indent) {
    switch (random.nextInt(4)) {
      case 0 -> {
        line(indent + "allot " + edition + " " + amount() + " when paid is yes");
        line(indent + "allot " + edition + " " + amount() + " when paid is no");
      }
      case 1 -> {
        int bound = number(1, 8);
        line(indent + "allot " + edition + " " + amount() + " when users above " + bound);
        line(indent + "allot " + edition + " " + amount() + " when users at most " + bound);
      }
      default -> line(indent + "allot " + edition + " " + amount());
    }
  }

  private String amount() {
    // A fact has a unit too; calls are no unit that a fact can have.
    String old = unit.equals("calls") ? "9" : "old_" + unit;
    String base = "base " + number(0, 40);
    return switch (random.nextInt(9)) {
      case 0 -> base + " + " + number(1, 5) + " per user cap " + number(45, 60);
      case 1 -> base + " + " + number(1, 5) + " per user + 2 per agent above 2 no cap";
      case 2 -> base + " + " + old;
      case 3 -> "greater of " + number(1, 30) + " and " + old;
      case 4 -> "lesser of " + number(1, 30) + ", 50 and " + old;
      case 5 -> base + ", at least " + number(10, 20);
      case 6 -> number(1, 9) + " × edition number";
      case 7 ->
          "(" + number(10, 90) + " + " + old + ") ÷ " + number(2, 7) + ", rounded " + rounding();
      default -> base;
    };
  }

  private String rounding() {
    return pick("up", "down", "to nearest");
  }

  /** What an account states about itself says nothing of a counter that all share. */
  private String window(boolean pool) {
    return switch (random.nextInt(10)) {
      case 0 -> "rolling 24 hours";
      case 1 -> "rolling " + number(1, 90) + " seconds";
      case 2 -> "calendar day in " + (pool ? "Asia/Kolkata" : "account zone");
      case 3 -> "calendar month in " + pick("UTC", "America/New_York");
      case 4 -> "calendar " + pick("minute", "10 seconds", "hour") + " in Europe/Berlin";
      case 5 -> number(1, 50) + " hours from the first call";
      case 6 -> pool ? "calendar hour in UTC" : "every " + number(1, 4) + " days from signed up";
      case 7 -> "in flight, forgotten after " + number(1, 90) + " minutes";
      case 8 -> "bucket";
      default -> "rolling " + number(1, 40) + " hours";
    };
  }

  private void rules(String quota, RandomCosts costs) {
    int count = random.nextInt(4);
    boolean setsAllotment = false;
    boolean setsCost = false;
    for (int number = 1; number <= count; number++) {
      List<String> effects = new ArrayList<>();
      if (!setsAllotment && chance(3)) {
        effects.add("set " + number(5, 50));
        setsAllotment = true;
      }
      if (!setsCost && chance(4)) {
        effects.add("call " + costs.plain() + " costs " + costs.steps(0, 4));
        setsCost = true;
      }
      if (effects.isEmpty() || chance(2)) {
        effects.add("add " + number(1, 20) + (chance(3) ? " + 1 per user" : ""));
      }
      after("rule \"Rule %d of %s\" for shop.%s {".formatted(number, quota, quota));
      after("  when " + conditions.ofProfile(1 + random.nextInt(3)));
      if (random.nextBoolean()) {
        after("  " + pick("from ", "until ", "through ") + turn);
      }
      effects.forEach(effect -> after("  " + effect));
      after("}");
    }
  }

  private void contract(String quota, RandomCosts costs) {
    after("contract \"Contract for %s\" for shop account acme {".formatted(quota));
    after("  " + pick("from ", "through ") + turn);
    after("  allot " + quota + " base " + number(10, 70) + (chance(2) ? " cap 75" : ""));
    if (chance(2)) {
      after("  call items.write costs " + costs.steps(0, 6) + " " + quota);
    }
    if (chance(2)) {
      after("  keep greater");
    }
    after("}");
  }

  private void addOn() {
    line("  addon extra \"Extra\" {");
    line("    adds to " + own.get(random.nextInt(own.size())));
    line("    bill bought, per day, a month is 30 days");
    line("    bill used, per calendar day, monthly");
    line("    price USD per 1_000 {");
    line("      first " + number(1, 10) + " at 0.14");
    line("      next " + number(1, 10) + " at 0.06");
    line("      beyond at 0.025");
    line("    }");
    line("  }");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void after(String line) {
    afterwards.append(line).append('\n');
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private int number(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
