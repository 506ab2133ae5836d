package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.server.http.TestService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed at random moments under load. After each restart all that was answered is
 * counted, nothing is counted twice, and every hold is there. {@code -Dkills=100} kills more often;
 * {@code -Dkills.seed=…} at other moments.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final long SEED = Long.getLong("kills.seed", 20260101);
  private static final int CUSTOMERS = 8;

  /** Answers before a kill, of all customers together. */
  private static final int MOST_ANSWERS = 200;

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private final List<Customer> rich = customers("rich");
  private final List<Customer> poor = customers("poor");
  private long resolved;

  private static List<Customer> customers(String account) {
    List<Customer> customers = new ArrayList<>();
    for (int number = 0; number < CUSTOMERS / 2; number++) {
      customers.add(new Customer(account, number));
    }
    return customers;
  }

  @Test
  void whateverWasAnsweredBeforeAKillCountsOnceAfterIt() throws Exception {
    try (ServerProcess first = start()) {
      Customer.open(first.address(), "rich", 1_000_000_000);
      Customer.open(first.address(), "poor", 500);
    }
    for (int kill = 0; kill < KILLS; kill++) {
      try (ServerProcess server = start()) {
        verify(server.address());
        killUnderLoad(server);
      }
    }
    try (ServerProcess last = start()) {
      verify(last.address());
    }
    long calls = rich.stream().mapToLong(Customer::calls).sum();
    assertThat(calls).isGreaterThanOrEqualTo(KILLS);
    System.out.printf(
        "%d kills: %,d calls of rich, %,d of poor, %,d not answered and asked again%n",
        KILLS, calls, poor.stream().mapToLong(Customer::calls).sum(), resolved);
  }

  private ServerProcess start() throws IOException {
    return ServerProcess.start(TestService.SHOP, "--data", folder.resolve("data").toString());
  }

  private void killUnderLoad(ServerProcess server) throws InterruptedException {
    Semaphore answers = new Semaphore(0);
    List<Thread> threads = new ArrayList<>();
    for (List<Customer> customers : List.of(rich, poor)) {
      for (Customer customer : customers) {
        threads.add(
            new Thread(() -> customer.callUntilItIsGone(server.address(), answers::release)));
      }
    }
    threads.forEach(Thread::start);
    answers.acquire(1 + random.nextInt(MOST_ANSWERS));
    server.kill();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void verify(String address) throws IOException {
    verify(address, "rich", rich);
    verify(address, "poor", poor);
  }

  private void verify(String address, String account, List<Customer> customers) throws IOException {
    assertThat(Customer.used(address, account))
        .as("used before anything is asked again")
        .isBetween(
            customers.stream().mapToLong(Customer::least).sum(),
            customers.stream().mapToLong(Customer::most).sum());
    for (Customer customer : customers) {
      resolved += customer.resolve(address);
      assertThat(customer.otherAnswers(address, 5)).isEmpty();
    }
    assertThat(Customer.used(address, account))
        .as("used when everything is answered")
        .isEqualTo(customers.stream().mapToLong(Customer::least).sum());
  }
}
