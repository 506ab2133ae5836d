package dev.tollgate.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what a difference is measured with; the same numbers make the same files. */
final class DiffFiles {

  private static final List<String> EDITIONS =
      List.of("free", "standard", "professional", "enterprise", "ultimate");

  private static final List<String> REGIONS = List.of("eu", "us", "in");

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /** All calls of a log come within this time. */
  private static final long SPAN_MILLIS = 50_000_000;

  /** What acts on accounts with a contract and on all others. */
  static final String RULE =
      """

      rule "Spring" for crm.credits {
        when  region is "eu"
        from  2026-02-01 until 2027-01-01
        add   5_000
      }
      """;

  private DiffFiles() {}

  /** Accounts of the shipped rules, of which one in fifty pays for what it uses in addition. */
  static void accounts(Path file, int accounts) throws IOException {
    SplittableRandom random = new SplittableRandom(accounts);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("product,account,edition,seats.user,facts.region,addons.extra_credits,signedUp\n");
      for (int account = 0; account < accounts; account++) {
        int edition = random.nextInt(EDITIONS.size());
        String held = edition > 0 && random.nextInt(50) == 0 ? "used:10000" : "";
        out.write(
            "crm,a%d,%s,%d,%s,%s,2026-0%d-1%d\n"
                .formatted(
                    account,
                    EDITIONS.get(edition),
                    1 + random.nextInt(500),
                    REGIONS.get(random.nextInt(REGIONS.size())),
                    held,
                    1 + random.nextInt(2),
                    random.nextInt(10)));
      }
    }
  }

  /**
   * Calls of those accounts in the order of time.
   *
   * @param ends whether it is known of each call when it ended
   */
  static void usage(Path file, int accounts, int calls, boolean ends) throws IOException {
    SplittableRandom random = new SplittableRandom(calls);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "time,product,account,call,params.records,keys.app,channel"
              + (ends ? ",end" : "")
              + "\n");
      for (int call = 0; call < calls; call++) {
        Instant at = START.plusMillis(SPAN_MILLIS * call / calls);
        out.write(at + ",crm,a" + random.nextInt(accounts) + "," + call(random));
        out.write(",app" + random.nextInt(2) + ",api");
        out.write(ends ? "," + at.plusMillis(20 + random.nextInt(3_000)) + "\n" : "\n");
      }
    }
  }

  /** Its name and how many records. */
  private static String call(SplittableRandom random) {
    int percent = random.nextInt(100);
    if (percent < 40) {
      return "records.list,";
    } else if (percent < 60) {
      return "records.search,";
    } else if (percent < 70) {
      return "users.list,";
    } else if (percent < 95) {
      return "records.insert," + (1 + random.nextInt(100));
    } else if (percent < 99) {
      return "tags.add," + (1 + random.nextInt(500));
    }
    return "bulk_write.create,";
  }

  /**
   * Files of contracts of the shipped product, behind its own rules.
   *
   * @param changed how many of them give 1 more than before
   */
  static String contracts(int contracts, int changed) {
    return IntStream.range(0, contracts)
        .mapToObj(
            account ->
                """
                contract "Contract %1$d" for crm account a%1$d {
                  from   2026-01-01 through 2099-12-31
                  allot credits  base %2$d + 500 per user  cap 2_000_000
                }
                """
                    .formatted(account, 100_000 + account + (account < changed ? 1 : 0)))
        .collect(Collectors.joining("\n"));
  }
}
