package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;

/** Compiles a small product around the lines that a test is about. */
final class Shop {

  private static final String DECLARATIONS =
      """
        zone UTC
        unit credit, credits
        unit row_unit, row_units to 1 decimal place
        seat user, users
        fact old credits, unless stated 0
        fact devices count, unless stated 1
        fact share percent, unless stated 50%
        fact region text, unless stated "unknown"
        fact size one of small, large, unless stated small
        fact renewal date
        fact paid yes or no, unless stated no
        key app
        edition free number 1
        edition pro number 3
        calls items.list with cvid, offset, sort text
        calls items.add with records up to 100
        calls items.run with tokens
        calls bundle.run with calls up to 5
      """;

  private Shop() {}

  /** The product of a quota and other clauses. */
  static Product product(String quotas) {
    String text = "product shop {\n" + DECLARATIONS + quotas + "\n}\n";
    Compiled compiled = Samples.compile(text);
    assertThat(compiled.policy()).as(Samples.printed(compiled)).isPresent();
    return compiled.policy().orElseThrow().product("shop").orElseThrow();
  }

  /** A quota in a unit with these lines, and those that they leave out. */
  static Quota quota(String unit, String lines) {
    String per = lines.contains("per a") ? "" : "per account\n";
    String window = lines.contains("window") ? "" : "window rolling 1 day\n";
    String allotment = lines.contains("allot") ? "" : "allot any edition no limit\n";
    String block = "quota q in " + unit + " {\n" + per + window + allotment + lines + "\n}\n";
    return product(block).quota("q").orElseThrow();
  }

  static QuotaVersion version(String unit, String lines) {
    return quota(unit, lines).versions().get(0);
  }

  /** The amount of an allot line that says so much. */
  static Amount amount(String unit, String amount) {
    Allotment line = version(unit, "allot any edition " + amount).allotments().get(0);
    return ((Allotment.Grant.Limit) line.grant()).amount();
  }

  /** The first cost line; what it leaves costs 1. */
  static CallCost cost(String unit, String line) {
    return version(unit, line + "\nany other call costs 1").costs().get(0);
  }

  /** An add-on with these lines, beside a quota of credits. */
  static AddOn addOn(String lines) {
    return product(
            """
            quota q in credits {
              per account
              window rolling 1 day
              allot any edition 100 cap 1_000
            }
            addon more {
            """
                + lines
                + "\n}\n")
        .addOn("more")
        .orElseThrow();
  }
}
