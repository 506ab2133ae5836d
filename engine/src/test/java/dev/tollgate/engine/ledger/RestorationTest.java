package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;

/** Ledgers that go on where another one stopped. */
@PropertyDefaults(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
class RestorationTest {

  @Property
  void aRestoredLedgerAnswersEverythingLikeTheOneThatWentOn(@ForAll long seed) {
    Random random = new Random(seed);
    Scene scene = new Scene(random, 1 + random.nextInt(60));
    scene.run(random.nextInt(250));
    scene.restore();
    // From here on every step demands the same of both.
    scene.run(120);
    scene.restore();
    scene.run(30);
  }

  @Property(tries = 2)
  void soItDoesAfterThousandsOfMoments(@ForAll long seed) {
    Random random = new Random(seed);
    Scene scene = new Scene(random, 1);
    scene.run(4_000);
    scene.restore();
    scene.run(200);
  }

  @Example
  void bytesOfAnotherVersionAreRefused() {
    CounterImage image = new CounterImage(Calls.CREDITS, 1, new byte[] {4, 0, 0});
    assertThatThrownBy(() -> new Restoration().image(image))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 2");
  }

  @Example
  void bytesThatEndEarlyOrGoOnAreRefused() {
    Notebook notebook = new Notebook();
    InMemoryLedger<Granted, Settled> ledger = notebook.open(Drift.NONE);
    Calls.allowed(ledger, Calls.take("d1", "2026-01-01T10:00Z", Calls.billedCredits(60)));
    byte[] bytes = ledger.image(Calls.CREDITS).bytes();
    for (int length = 1; length < bytes.length + 3; length++) {
      CounterImage cut = new CounterImage(Calls.CREDITS, 1, java.util.Arrays.copyOf(bytes, length));
      if (length != bytes.length) {
        assertThatThrownBy(() -> new Restoration().image(cut))
            .as("%d of %d bytes", length, bytes.length)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Example
  void aCounterThatIsUsedNoMoreHasAnEmptyImage() {
    Notebook notebook = new Notebook();
    InMemoryLedger<Granted, Settled> ledger = notebook.open(Drift.NONE);
    assertThat(ledger.image(Calls.CREDITS).isEmpty()).isTrue();
    assertThat(ledger.image(Calls.CREDITS).sequence()).isZero();
    Calls.allowed(ledger, Calls.take("d1", "2026-01-01T10:00Z", Calls.credits(60)));
    assertThat(ledger.image(Calls.CREDITS).isEmpty()).isFalse();
    assertThat(ledger.image(Calls.CREDITS).sequence()).isEqualTo(1);
  }

  @Example
  void aLedgerThatWritesNothingDownHasNoImages() {
    assertThatThrownBy(() -> new InMemoryLedger<Granted, Settled>().image(Calls.CREDITS))
        .isInstanceOf(IllegalStateException.class);
  }
}
