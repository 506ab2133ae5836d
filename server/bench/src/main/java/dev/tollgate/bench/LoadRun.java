package dev.tollgate.bench;

import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.server.store.Durability;
import dev.tollgate.server.store.Store;
import dev.tollgate.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.IntStream;

/**
 * Decisions per second and how long one takes, in this process: kept nowhere, written down soon
 * after, and on disk before they are answered; for one account and for many. Beside them Bucket4j,
 * and bare commits of SQLite to the same disk. No call's end is reported ({@code "inFlight":
 * false}); each draws on two rolling quotas.
 */
final class LoadRun {

  private static final int MANY = 100_000;
  private static final int QUICK = 300_000;
  private static final int STORED = 60_000;
  private static final int ON_DISK = 20_000;
  private static final int ON_DISK_BY_ONE = 1_000;

  private final Path folder;

  private LoadRun(Path folder) {
    this.folder = folder;
  }

  /**
   * @param arguments a folder on the disk that counts; by default one for temporary files
   */
  public static void main(String[] arguments) throws IOException {
    Folders.use(arguments, folder -> new LoadRun(folder).run());
  }

  private void run() {
    System.out.print(Load.HEADER);
    for (int accounts : new int[] {1, 1_000, MANY}) {
      for (int threads : new int[] {1, 2}) {
        buckets(new Load("Bucket4j, in memory", threads, accounts, QUICK));
        nothing(new Load("Tollgate, keeps nothing", threads, accounts, QUICK));
      }
    }
    for (int accounts : new int[] {1, MANY}) {
      stored(new Load("Tollgate, --memory", 2, accounts, STORED), StoreSettings.memory());
      for (int threads : new int[] {1, 8, 64}) {
        int times = Math.min(ON_DISK, threads * ON_DISK_BY_ONE);
        stored(new Load("Tollgate, async", threads, accounts, times), on(Durability.ASYNC));
        stored(new Load("Tollgate, sync", threads, accounts, times), on(Durability.SYNC));
      }
    }
    commits(new Load("SQLite, one commit each", 1, 1, ON_DISK_BY_ONE));
    commits(new Load("SQLite, one commit each", 1, 1, ON_DISK));
  }

  private static void buckets(Load load) {
    Buckets buckets = new Buckets(load.accounts());
    System.out.print(load.run(buckets::consume));
  }

  private static void nothing(Load load) {
    decide(load, Service.inMemory(load.accounts()));
  }

  private static void stored(Load load, StoreSettings settings) {
    try (Store store = Store.open(settings, Clock.systemUTC(), System::nanoTime)) {
      decide(load, Service.in(store, load.accounts()));
    }
    settings.folder().ifPresent(Folders::remove);
  }

  /** Which terms apply to an account is found before its calls are measured. */
  private static void decide(Load load, Service service) {
    CallRequest[] requests =
        IntStream.range(0, load.accounts()).mapToObj(Service::request).toArray(CallRequest[]::new);
    for (CallRequest request : requests) {
      service.decider().check(request);
    }
    System.out.print(load.run(account -> service.consume(requests[account])));
  }

  private void commits(Load load) {
    try (Commits commits = Commits.to(folder.resolve("commits.db"))) {
      System.out.print(load.run(account -> commits.commit()));
    } catch (SQLException broken) {
      throw new IllegalStateException("SQLite", broken);
    }
  }

  private StoreSettings on(Durability durability) {
    return StoreSettings.in(folder.resolve("store")).with(durability);
  }
}
