package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.pack.Form;
import dev.tollgate.engine.pack.RandomValues;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;

/** What is written down is what is read, to the last digit of the last component. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
class PackedAnswersTest {

  @Property
  void aDecisionIsReadAsItWasWritten(@ForAll long seed) {
    isReadAgain(PackedAnswers.REMEMBERED, allowed(new Random(seed)));
  }

  @Property
  void aSettlementIsReadAsItWasWritten(@ForAll long seed) {
    isReadAgain(PackedAnswers.SETTLEMENT, new RandomValues(new Random(seed)).of(Settlement.class));
  }

  private static <T> void isReadAgain(Form<T> form, T value) {
    T read = form.value(form.bytes(value));
    assertThat(read).isEqualTo(value);
    // Equal maps may have their keys in another order, which answers show.
    assertThat(read).hasToString(value.toString());
  }

  @Property
  void damageIsRefusedOrReadAsSomethingAndNeverBreaksTheReader(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = PackedAnswers.REMEMBERED.bytes(allowed(random));
    byte[] damaged =
        random.nextBoolean() ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    if (damaged.length > 0) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    try {
      assertThat(PackedAnswers.REMEMBERED.value(damaged)).isNotNull();
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
  }

  @Example
  void bytesOfAnotherVersionAreRefused() {
    byte[] bytes = PackedAnswers.REMEMBERED.bytes(allowed(new Random(1)));
    bytes[0] = 4;
    assertThatThrownBy(() -> PackedAnswers.REMEMBERED.value(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes of version 2, not 1");
  }

  @Example
  void bytesThatGoOnAreRefused() {
    byte[] bytes = PackedAnswers.REMEMBERED.bytes(allowed(new Random(1)));
    assertThatThrownBy(() -> PackedAnswers.REMEMBERED.value(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("are not what was written");
  }

  /** Any decision that is remembered, which is an allowed one. */
  private static Remembered allowed(Random random) {
    RandomValues values = new RandomValues(random);
    Decision.Told any = values.of(Decision.Told.class);
    Decision.Told allowed =
        new Decision.Told(
            true,
            any.decisionId(),
            any.at(),
            any.cost(),
            any.costs(),
            Optional.empty(),
            any.quotas(),
            any.consumed(),
            any.charge(),
            any.assumed(),
            any.replayed(),
            any.policy());
    Asked asked = values.of(Asked.class);
    return new Remembered(
        asked.product,
        asked.account,
        asked.call,
        asked.keys,
        asked.channel,
        asked.quote,
        Decision.of(allowed));
  }

  /** The rest of it. */
  private record Asked(
      String product,
      String account,
      AskedCall call,
      Map<String, String> keys,
      Optional<String> channel,
      Optional<String> quote) {}
}
