package dev.tollgate.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that stops finishes what it has begun, and begins nothing more. */
@Timeout(60)
class StopTest {

  /** A clock that lets whoever asks it wait while it is held. */
  private static final class HeldClock implements InstantSource {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean held;

    @Override
    public Instant instant() {
      if (held) {
        asked.countDown();
        try {
          released.await();
        } catch (InterruptedException interrupted) {
          throw new IllegalStateException(interrupted);
        }
      }
      return Instant.parse("2026-01-01T10:00:00Z");
    }
  }

  @Test
  void aRequestThatIsBeingDecidedWhenTheServiceStopsGetsItsAnswer() throws Exception {
    HeldClock clock = new HeldClock();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (TestService service =
        TestService.start(
            TestService.SHOP, settings -> ServerSettings.local(settings.rules(), clock))) {
      service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
      int port = service.server().port();
      clock.held = true;
      Future<Reply> answer =
          threads.submit(
              () ->
                  service.post(
                      "/v1/consume",
                      "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': false}"));
      clock.asked.await();
      Future<?> stopped = threads.submit(service.server()::stop);
      while (listens(port)) {
        Thread.onSpinWait();
      }
      assertThat(answer.isDone()).isFalse();
      clock.released.countDown();
      assertThat(answer.get().at("/allowed").asBoolean()).isTrue();
      stopped.get();
    } finally {
      clock.released.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void aRequestWhoseBodyHasNotArrivedWhenTheServiceStopsIsRefused() throws Exception {
    try (TestService service = TestService.start(TestService.SHOP);
        Socket socket = new Socket("127.0.0.1", service.server().port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /v1/consume HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                      + "Expect: 100-continue\r\nContent-Length: 100\r\n\r\n")
                  .getBytes(UTF_8));
      String goOn = "HTTP/1.1 100 Continue\r\n\r\n";
      assertThat(new String(socket.getInputStream().readNBytes(goOn.length()), UTF_8))
          .isEqualTo(goOn);

      service.server().stop();

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 503")
          .contains("the service is stopping");
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
