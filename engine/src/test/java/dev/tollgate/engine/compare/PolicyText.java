package dev.tollgate.engine.compare;

import java.util.List;
import java.util.Random;

/**
 * Writes a policy clause by clause, each clause from a seed of its own: two texts of which a few
 * seeds differ are a policy and an edit of it. Numbers are small, so that whatever happens happens
 * below a hundred or so seats, records or units.
 */
final class PolicyText {

  static final List<String> EDITIONS = List.of("basic", "silver", "gold");
  static final String TURN = "2026-02-01";

  /** A call that costs one for each of its records, in whatever policy. */
  static final String ONE_BY_ONE = "items.unit";

  private static final String EVERY_CALL =
      """
        calls items.read
        calls items.list with offset up to 60, cvid
        calls items.write with records up to %d
        calls items.unit with records
        calls mixes.run with records up to 40, mode one of (fast, slow)
        calls bag.run with calls up to 3
      """;

  private final long seed;
  private final long other;
  private final int edited;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder afterwards = new StringBuilder();

  /** The seed of the clause that is being written. */
  private Random random = new Random();

  /**
   * @param edited how many clauses of a hundred are written from the other seed
   */
  PolicyText(long seed, long other, int edited) {
    this.seed = seed;
    this.other = other;
    this.edited = edited;
  }

  private void clause(String name) {
    Random whether = new Random(other * 31 + name.hashCode());
    whether.nextInt();
    boolean anew = whether.nextInt(100) < edited;
    random = new Random((anew ? other : seed) * 1_000_003 + name.hashCode());
    random.nextInt();
  }

  String write() {
    clause("product");
    line("product shop {");
    line("  zone " + (chance(8) ? "Europe/Berlin" : "UTC"));
    line("  unit credit, credits");
    line("  unit row, rows to 1 decimal place");
    line("  seat user, users");
    line("  seat agent, agents");
    clause("paid");
    line("  fact paid yes or no, unless stated " + pick("no", "no", "yes"));
    line("  fact region one of eu, us, asia, unless stated us");
    clause("size");
    line("  fact size count, unless stated " + number(1, 4));
    line("  fact old_credits credits, unless stated 7");
    line("  fact old_rows rows, unless stated 7.5");
    line("  key app");
    line("  edition basic number 1");
    line("  edition silver number 2");
    clause("gold");
    line("  edition gold number " + number(3, 5));
    clause("calls");
    text.append(EVERY_CALL.formatted(number(4, 6) * 10));
    if (chance(2)) {
      line("  calls open");
    }
    quota("q1", true);
    clause("second quota");
    if (chance(2)) {
      quota("q2", false);
    }
    clause("bucket");
    if (chance(4)) {
      bucket();
    }
    addOns();
    line("}");
    return text.append(afterwards).toString();
  }

  private void quota(String name, boolean first) {
    clause(name);
    String unit = new Random(seed).nextInt(3) == 0 ? "rows" : "credits";
    line("  quota " + name + " in " + (first ? unit : "calls") + " {");
    line("    per account");
    line("    window rolling " + pick("24", "24", "12") + " hours");
    if (chance(4)) {
      line("    counts any call" + pick(" except items.read", " when channel is not mobile"));
    }
    line("    warn at " + pick("80%, 100%", "90%"));
    boolean versions = first && new Random(seed + 5).nextInt(3) > 0;
    if (versions) {
      line("    version old until " + TURN + " {");
      allotments(name + " old", unit, first);
      costs(name + " old", first && unit.equals("rows"));
      line("    }");
      line("    version new from " + TURN + " {");
      allotments(name + " new", unit, first);
      costs(name + " new", first && unit.equals("rows"));
      clause(name + " kept");
      if (chance(2)) {
        line("      grandfather old {");
        line("        accounts " + condition());
        line("        keep greater");
        line("        until " + pick("forever", "2026-05-01"));
        line("      }");
      }
      line("    }");
    } else {
      allotments(name, unit, first);
      costs(name, first && unit.equals("rows"));
    }
    clause(name + " beyond");
    line("    " + pick("deny FULL \"no room\"", "allow up to 10% more, then deny FULL"));
    line("  }");
    rules(name, first);
  }

  private void bucket() {
    line("  quota burst in calls {");
    line("    per account");
    line("    window bucket");
    clause("burst");
    line("    version v1 until " + TURN + " {");
    bucketLine();
    line("    any call costs 1");
    line("    }");
    clause("burst 2");
    line("    version v2 from " + TURN + " {");
    bucketLine();
    line("    any call costs 1");
    if (chance(2)) {
      line("    grandfather v1 {");
      line("      accounts " + condition());
      line("      keep greater");
      line("      until forever");
      line("    }");
    }
    line("    }");
    line("  }");
  }

  private void bucketLine() {
    line(
        "    allot any edition capacity %d refill %d per %s"
            .formatted(number(5, 9), number(1, 9), pick("second", "minute", "hour")));
  }

  private void allotments(String name, String unit, boolean first) {
    for (String edition : EDITIONS) {
      clause("allot " + name + edition);
      String when =
          chance(4) ? pick("paid is yes", "users above " + number(1, 9), "region is eu") : "";
      String amount = amount(first ? unit : "calls");
      if (when.isEmpty()) {
        line("    allot " + edition + " " + amount);
      } else {
        line("    allot " + edition + " " + amount + " when " + when);
        line("    allot " + edition + " " + amount("calls") + " when " + opposite(when));
      }
    }
  }

  private static String opposite(String when) {
    return when.replace("paid is yes", "paid is no")
        .replace("users above", "users at most")
        .replace("region is", "region is not");
  }

  private String amount(String unit) {
    String old = unit.equals("calls") ? number(5, 9) + "" : "old_" + unit;
    int each = number(1, 6);
    String base = "base " + number(0, 40);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> base + " + " + each + " per user cap " + number(45, 90);
      case 3 -> base + " + " + each + " per user + 2 per agent above 2 no cap";
      case 4 -> base + " + " + old;
      case 5 -> "greater of " + base(10) + " and " + each + " per user";
      case 6 -> "lesser of " + each + " per user, 50 and " + old;
      case 7 -> base + " + " + each + " per user, at least " + number(10, 60);
      case 8 -> number(1, 9) + " × edition number";
      case 9, 10 ->
          "("
              + number(0, 30)
              + " + "
              + each
              + " per user) ÷ "
              + number(2, 6)
              + ", rounded "
              + pick("up", "down", "to nearest");
      default -> chance(2) ? base + " + " + each + " per user × size" : "no limit";
    };
  }

  private String base(int most) {
    return number(1, most) + " + 1 per user";
  }

  private void costs(String name, boolean decimals) {
    clause("costs " + name);
    if (chance(3)) {
      line(
          "    call items.list when "
              + pick("cvid is given", "offset above 30", "app is \"erp\"")
              + " costs "
              + number(1, 4));
    }
    if (chance(2)) {
      line("    call items.list costs by offset {");
      line("      to " + number(5, 20) + " " + number(0, 3));
      line("      to 40 " + number(1, 5));
      line("      beyond " + number(4, 9));
      line("    }");
    }
    clause("write " + name);
    if (chance(3)) {
      line(
          "    call items.write when "
              + pick("records above 10", "paid is yes", "channel is ui")
              + pick(" costs 2", " not counted"));
    }
    line("    call items.write costs " + perRecords(decimals));
    clause("mix " + name);
    line(
        "    call mixes.run "
            + pick("when mode is fast ", "when records >= 20 ")
            + "costs "
            + number(0, 4));
    line("    call mixes.run costs " + perRecords(decimals));
    line("    call bag.run costs " + pick("sum of its calls", "3"));
    line("    call items.unit costs 1 per record");
    line("    any other call costs " + number(0, 3));
    clause("failed " + name);
    if (chance(5)) {
      line("    failed calls cost nothing");
    }
  }

  private String perRecords(boolean decimals) {
    int group = 2 + random.nextInt(9);
    String per = number(1, 2) + " per " + group + " records";
    return switch (random.nextInt(7)) {
      case 0 -> per + ", rounded down";
      case 1 -> per + ", rounded to nearest";
      case 2 -> decimals ? per + ", pro rata" : per;
      case 3 -> number(1, 3) + " + " + per;
      case 4 -> per + ", at least " + number(2, 4);
      case 5 -> number(1, 4) + "";
      default -> per;
    };
  }

  private String condition() {
    String one =
        pick(
            "paid is yes",
            "region in (eu, us)",
            "users above " + number(1, 9),
            "agents below " + number(1, 4),
            "edition is not gold",
            "signed up before 2026-01-15");
    return chance(3) ? one + " and size above " + number(1, 5) : one;
  }

  private void rules(String quota, boolean first) {
    clause("rules " + quota);
    int count = random.nextInt(3);
    for (int number = 0; number < count; number++) {
      clause("rule " + number + " of " + quota);
      after("rule \"Rule %d of %s\" for shop.%s {".formatted(number, quota, quota));
      after("  when " + condition());
      if (chance(2)) {
        after("  " + pick("from ", "until ") + pick(TURN, "2026-03-01"));
      }
      if (number == 0 && chance(3)) {
        after("  set " + number(5, 50));
      } else if (number == 0 && chance(3)) {
        after("  call items.list costs " + number(0, 6));
      } else {
        after("  add " + number(1, 20) + (chance(3) ? " + 1 per user" : ""));
      }
      after("}");
    }
    clause("contract " + quota);
    if (chance(first ? 2 : 5)) {
      after("contract \"Contract for %s\" for shop account acme {".formatted(quota));
      after("  " + pick("from ", "until ") + "2026-03-01");
      after("  allot " + quota + " base " + number(10, 70) + pick("", " + 2 per user cap 95"));
      if (chance(2)) {
        after("  call items.write costs " + number(0, 6) + " " + quota);
      }
      if (chance(2)) {
        after("  keep greater");
      }
      after("}");
    }
  }

  private void addOns() {
    if (new Random(seed + 9).nextInt(3) > 0) {
      clause("extra");
      line("  addon extra {");
      if (chance(3)) {
        line("    for silver, gold");
      }
      line("    adds to q1");
      line("    most " + pick("40", "lesser of 40 and room under cap", "30 + 1 per user"));
      if (chance(4)) {
        line("    needs " + pick("paid is yes", "users above 3"));
      }
      line("    bill bought, per " + pick("day", "day", "month"));
      price();
      line("  }");
    }
    if (new Random(seed + 11).nextInt(3) == 0) {
      clause("boost");
      line("  addon boost {");
      line("    " + pick("adds 5 each to q1", "raises q1 to 60", "sets q1 to 30"));
      line("    most " + pick("3", "1 per agent"));
      line("    bill bought, per day");
      line("    price USD flat " + number(1, 9));
      line("  }");
    }
  }

  private void price() {
    clause("price");
    switch (random.nextInt(4)) {
      case 0 -> {
        line("    price USD per 10 volume {");
        line("      first " + number(5, 30) + " at 0." + number(3, 6));
        line("      beyond at 0." + number(1, 3));
        line("    }");
      }
      case 1 -> {
        line("    price USD packs {");
        line("      10 for " + number(1, 3) + ".50");
        line("      " + number(2, 3) * 10 + " for " + number(3, 6));
        line("    }");
      }
      default -> {
        line("    price USD per 10 {");
        line("      first " + number(5, 20) + " at 0." + number(1, 9));
        line("      next " + number(10, 20) + " at 0.0" + number(1, 9));
        line("      beyond at 0.0" + number(1, 9));
        line("    }");
      }
    }
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
