package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Price;
import org.junit.jupiter.api.Test;

class AddOnsTest {

  @Test
  void anAddOnWithoutEditionsIsForAll() {
    assertThat(Shop.addOn("adds to q").editions()).containsExactlyInAnyOrder("free", "pro");
    assertThat(Shop.addOn("for pro\nadds to q").editions()).containsExactly("pro");
  }

  @Test
  void whatDoesNotAddUnitsIsCountedInPieces() {
    AddOn addOn = Shop.addOn("adds 500 each to q\nmost 10");
    assertThat(addOn.unit().name()).isEmpty();
    assertThat(addOn.effects())
        .satisfiesExactly(
            effect ->
                assertThat(((AddOn.Effect.AddsEach) effect).each())
                    .isInstanceOf(Amount.Constant.class));
    assertThat(((Amount.Constant) addOn.most().orElseThrow()).value()).isEqualByComparingTo("10");
  }

  @Test
  void raisingAndSettingKeepTheirAmounts() {
    assertThat(Shop.addOn("raises q to 500").effects().get(0))
        .isInstanceOf(AddOn.Effect.Raises.class);
    assertThat(Shop.addOn("sets q to 500 + 5 per user").effects().get(0))
        .isInstanceOf(AddOn.Effect.Sets.class);
  }

  @Test
  void theRoomUnderTheCapBoundsWhatAddsToOneQuota() {
    AddOn addOn = Shop.addOn("adds to q\nmost lesser of 500 and room under cap");
    assertThat(((Amount.LesserOf) addOn.most().orElseThrow()).choices().get(1))
        .isInstanceOf(Amount.RoomUnderCap.class);
  }

  @Test
  void needsAreAConditionOnTheAccount() {
    assertThat(Shop.addOn("adds to q\nneeds users >= 20").needs().isAlways()).isFalse();
    assertThat(Shop.addOn("adds to q").needs().isAlways()).isTrue();
  }

  @Test
  void everyFormOfPriceIsRead() {
    String billed = "adds to q\nmost 500\nbill bought, per month\n";
    assertThat(Shop.addOn(billed + "price USD flat 9.00").price().orElseThrow())
        .isInstanceOfSatisfying(
            Price.Flat.class, flat -> assertThat(flat.money()).isEqualByComparingTo("9"));
    assertThat(Shop.addOn(billed + "price EUR packs {\n100 for 2.00\n500 for 8.00\n}").price())
        .get()
        .isInstanceOfSatisfying(
            Price.Packs.class,
            packs -> assertThat(packs.packs()).extracting(Price.Pack::size).contains(100L, 500L));
    assertThat(
            Shop.addOn(billed + "price USD per 100 volume {\nfirst 100 at 0.50\nbeyond at 0.40\n}")
                .price())
        .get()
        .isInstanceOfSatisfying(
            Price.Volume.class,
            volume -> assertThat(volume.slabs().get(1).each()).isEqualByComparingTo("0.004"));
  }

  @Test
  void aFreeSlabCostsNothing() {
    Price price =
        Shop.addOn(
                """
                adds to q
                bill bought, per day
                price USD per 100 {
                  first 100 free
                  beyond at 0.40
                }
                """)
            .price()
            .orElseThrow();
    Price.Graduated graduated = (Price.Graduated) price;
    assertThat(graduated.slabs().get(0).each()).isZero();
    assertThat(graduated.slabs().get(1).above()).isEqualTo(100);
    assertThat(graduated.slabs().get(1).to()).isEqualTo(Long.MAX_VALUE);
  }
}
