package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rounding;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CostsTest {

  @Test
  void aConstantIsCountedInStepsOfTheUnit() {
    assertThat(Shop.cost("row_units", "call items.list costs 2.5").cost())
        .isEqualTo(new Cost.Constant(25));
  }

  @Test
  void moneyIsCountedInMillionths() {
    assertThat(Shop.version("USD", "any call costs 0.00002 USD").costs().get(0).cost())
        .isEqualTo(new Cost.Constant(20));
  }

  @Test
  void aPartOfAGroupCountsWholeUnlessTheLineSaysOtherwise() {
    assertThat(Shop.cost("credits", "call items.add costs 1 per 10 records").cost())
        .isEqualTo(new Cost.PerGroup(1, 10, "records", Rounding.UP));
    assertThat(Shop.cost("credits", "call items.add costs 1 per 10 records, rounded down").cost())
        .isEqualTo(new Cost.PerGroup(1, 10, "records", Rounding.DOWN));
    assertThat(
            Shop.cost("credits", "call items.add costs 1 per 10 records, rounded to nearest")
                .cost())
        .isEqualTo(new Cost.PerGroup(1, 10, "records", Rounding.NEAREST));
    assertThat(Shop.cost("row_units", "call items.add costs 1 per 10 records, pro rata").cost())
        .isEqualTo(new Cost.ProRata(10, 10, "records"));
  }

  @Test
  void costsAddUpAndHaveALeast() {
    assertThat(Shop.cost("credits", "call items.add costs 1 + 2 per record, at least 5").cost())
        .isEqualTo(
            new Cost.AtLeast(
                new Cost.Sum(
                    List.of(new Cost.Constant(1), new Cost.PerGroup(2, 1, "records", Rounding.UP))),
                5));
  }

  @Test
  void aCompositeCostsWhatIsInIt() {
    assertThat(Shop.cost("credits", "call bundle.run costs sum of its calls").cost())
        .isEqualTo(new Cost.SumOfItsCalls());
  }

  @Test
  void aHoldIsSettledByWhatIsKnownLater() {
    assertThat(Shop.cost("credits", "call items.run holds 40 settles at 1 per 1_000 tokens").cost())
        .isEqualTo(
            new Cost.Held(
                new Cost.Constant(40), new Cost.PerGroup(1, 1_000, "tokens", Rounding.UP)));
  }

  @Test
  void bandsMayEndWhereTheParameterEnds() {
    String line =
        """
        call items.add costs by records {
          to 10  1
          to 100 5
        }""";
    Cost.Banded bands = (Cost.Banded) Shop.cost("credits", line).cost();
    assertThat(bands.bands()).extracting(Cost.Band::steps).containsExactly(1L, 5L);
    assertThat(bands.beyond()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void aCallMayNotBeCounted() {
    assertThat(Shop.cost("credits", "call items.list not counted").cost())
        .isEqualTo(new Cost.NotCounted());
  }

  @Test
  void withoutLinesThereAreNone() {
    assertThat(Shop.version("credits", "").costs()).isEmpty();
  }

  @Test
  void failedCallsCostTheSameUnlessTheTextSaysNothing() {
    assertThat(Shop.version("credits", "").failedCallsCost()).isTrue();
    assertThat(Shop.version("credits", "failed calls cost nothing").failedCallsCost()).isFalse();
  }

  @Test
  void linesOutsideOfTheVersionsAreInEachOfThem() {
    List<QuotaVersion> versions =
        Shop.quota(
                "credits",
                """
                any call costs 2
                version new from 2026-01-01 { allot any edition 6
                }
                version old until 2026-01-01 { allot any edition 5
                }
                """)
            .versions();
    assertThat(versions).extracting(QuotaVersion::name).containsExactly("old", "new");
    assertThat(versions)
        .allSatisfy(
            version -> assertThat(version.costs().get(0).cost()).isEqualTo(new Cost.Constant(2)));
  }
}
