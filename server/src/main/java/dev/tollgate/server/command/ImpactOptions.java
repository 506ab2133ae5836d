package dev.tollgate.server.command;

import dev.tollgate.engine.impact.Fleet;
import dev.tollgate.engine.impact.FleetImpact;
import dev.tollgate.engine.policy.Policy;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say to whom a difference is applied. */
final class ImpactOptions {

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = {
        "Count what it means to these accounts: CSV with a header, or a JSON object a line, with",
        "product, account, edition, seats.user, facts.region, addons.extra (an amount, or",
        "used:LIMIT), signedUp and zone; or http://HOST:PORT for those of a running service."
      })
  private Optional<String> accounts = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with the token that the running service wants to see.")
  private Optional<String> token = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = {
        "Look at accounts as of then: 2026-01-01 or 2026-01-01T10:00Z; by default now."
      })
  private Optional<String> at = Optional.empty();

  /**
   * What it means to the accounts; empty where nobody asked. Rows that are bad go to {@code bad}.
   */
  Optional<FleetImpact> fleet(
      Policy before, Policy after, Surroundings surroundings, PrintWriter err, BadRows bad) {
    if (accounts.isEmpty()) {
      return Optional.empty();
    }
    Instant moment =
        at.map(text -> Moments.of("--at", text, ZoneOffset.UTC))
            .orElseGet(surroundings.clock()::instant);
    Fleet fleet = new Fleet(before, after, moment);
    String where = accounts.get();
    if (isAddress()) {
      Set<String> products = new LinkedHashSet<>(before.products().keySet());
      products.addAll(after.products().keySet());
      ServiceAccounts service = new ServiceAccounts(where, token(surroundings));
      return Optional.of(service.count(fleet, products, bad).impact());
    }
    Path file = surroundings.path(where);
    long size = RuleFiles.reading(where, () -> Files.size(file));
    Progress progress = new Progress(err, surroundings, size);
    return Optional.of(new AccountFile(file, where, fleet, bad, progress).count().impact());
  }

  private boolean isAddress() {
    return accounts.filter(where -> where.matches("https?://.*")).isPresent();
  }

  private Optional<String> token(Surroundings surroundings) {
    return token.map(
        name -> RuleFiles.reading(name, () -> Files.readString(surroundings.path(name))).strip());
  }

  /** What messages call the accounts. */
  String shown() {
    return accounts.orElse("");
  }
}
