package dev.tollgate.server.command;

import dev.tollgate.engine.impact.Fleet;
import dev.tollgate.engine.impact.FleetImpact;
import dev.tollgate.engine.impact.KnownAccounts;
import dev.tollgate.engine.impact.Replay;
import dev.tollgate.engine.impact.ReplayImpact;
import dev.tollgate.engine.policy.Policy;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
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

  @Option(
      names = "--usage",
      paramLabel = "FILE",
      description = {
        "Replay these calls of the accounts under both policies: CSV with a header, or a JSON",
        "object a line, by time, with time, product, account, call, params.records, keys.app,",
        "channel and end (a call without an end is not counted as in flight)."
      })
  private Optional<String> usage = Optional.empty();

  /** What was found, and the rows that were not understood. */
  record Impact(Optional<FleetImpact> fleet, Optional<ReplayImpact> replay, List<BadRows> bad) {}

  /**
   * What the difference means to accounts and calls, as far as somebody asked.
   *
   * @throws BadUsage if something cannot be read
   */
  Impact of(Policy before, Policy after, Surroundings surroundings, PrintWriter err) {
    if (accounts.isEmpty() && usage.isPresent()) {
      throw new BadUsage(
          "`--usage` needs to know the accounts of the calls", "name them with `--accounts FILE`");
    }
    if (accounts.isEmpty()) {
      return new Impact(Optional.empty(), Optional.empty(), List.of());
    }
    BadRows badAccounts = new BadRows(accounts.get());
    Optional<KnownAccounts> kept = usage.map(any -> new KnownAccounts());
    FleetImpact fleet = count(before, after, kept, badAccounts, surroundings, err);
    if (usage.isEmpty()) {
      return new Impact(Optional.of(fleet), Optional.empty(), List.of(badAccounts));
    }
    BadRows badCalls = new BadRows(usage.get());
    Replay replay = new Replay(before, after, kept.orElseThrow());
    Path file = surroundings.path(usage.get());
    Progress progress = progress(usage.get(), file, surroundings, err);
    new UsageFile(file, usage.get(), replay, badCalls, progress).replay();
    return new Impact(
        Optional.of(fleet), Optional.of(replay.impact()), List.of(badAccounts, badCalls));
  }

  private FleetImpact count(
      Policy before,
      Policy after,
      Optional<KnownAccounts> kept,
      BadRows bad,
      Surroundings surroundings,
      PrintWriter err) {
    Instant moment =
        at.map(text -> Moments.of("--at", text, ZoneOffset.UTC))
            .orElseGet(surroundings.clock()::instant);
    Fleet fleet = new Fleet(before, after, moment);
    String where = accounts.orElseThrow();
    if (isAddress()) {
      Set<String> products = new LinkedHashSet<>(before.products().keySet());
      products.addAll(after.products().keySet());
      ServiceAccounts service = new ServiceAccounts(where, token(surroundings));
      return service.count(fleet, products, kept, bad).impact();
    }
    Path file = surroundings.path(where);
    Progress progress = progress(where, file, surroundings, err);
    return new AccountFile(file, where, fleet, kept, bad, progress).count().impact();
  }

  private static Progress progress(
      String shown, Path file, Surroundings surroundings, PrintWriter err) {
    long size = RuleFiles.reading(shown, () -> Files.size(file));
    return new Progress(err, surroundings, size);
  }

  private boolean isAddress() {
    return accounts.filter(where -> where.matches("https?://.*")).isPresent();
  }

  private Optional<String> token(Surroundings surroundings) {
    return token.map(
        name -> RuleFiles.reading(name, () -> Files.readString(surroundings.path(name))).strip());
  }
}
