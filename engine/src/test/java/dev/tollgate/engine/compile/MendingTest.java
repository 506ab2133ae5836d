package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class MendingTest {

  private static final String SHOP =
      """
      product shop {
        zone UTC
        unit credit, credits
        seat user, users
        edition free
        edition pro
        calls items.list, items.add
        quota credits in credits {
          per     account
          window  rolling 1 hour
          allot free  base 5_000
          allot pro   base 10_000  + 5 per user

          call items.list  costs 1
          any other call   costs 2
        }
      }
      tests for shop as of 2026-01-01
      test "free" {
        account  free
        expect   allotment 5_000
      }
      """;

  @Test
  void theSampleHasNothingToMend() {
    assertThat(Samples.compile(SHOP).diagnostics()).isEmpty();
    assertThat(mended(SHOP)).isEqualTo(SHOP);
  }

  @Test
  void severalFaultsOfOneFileAreMended() {
    assertMends(
        SHOP.replace("5_000", "5,000")
            .replace("allot pro ", "allot prp ")
            .replace("per user\n", "per usr\n")
            .replace("rolling", "roling")
            .replace("credits {", "credits")
            .replace("account ", "acount "));
  }

  @Test
  void allSignsOfOneLineAreMended() {
    String when =
        "    call items.add when records > 5 and records < 9 and records is not 7  costs 3\n";
    String calls = "calls items.list, items.add";
    String shop =
        SHOP.replace(calls, "calls items.list\n  calls items.add with records")
            .replace("    any other", when + "    any other");
    assertThat(Samples.compile(shop).diagnostics()).isEmpty();
    assertThat(mended(shop.replace(" and ", " && ").replace(" is not ", " != "))).isEqualTo(shop);
  }

  @Test
  void aMissingBraceIsPutBelowTheLinesOfItsBlock() {
    assertMends(
        SHOP.replace("    any other call   costs 2\n  }\n", "    any other call   costs 2\n"));
  }

  @Test
  void aMisspeltWordAndThenAMisspeltNameOfItsLineAreMended() {
    assertMends(SHOP.replace("allot pro ", "alot prp "));
  }

  @Test
  void whatIsSaidTwiceInTheSameWordsIsSaidOnce() {
    assertMends(SHOP.replace("  edition pro\n", "  edition pro\n  edition  pro\n"));
    assertMends(twice("    window  rolling 1 hour\n"));
    assertMends(twice("    allot free  base 5_000\n"));
    assertMends(twice("    call items.list  costs 1\n"));
    assertMends(twice(SHOP.substring(SHOP.indexOf("test \""))));
    assertMends(twice(SHOP.substring(SHOP.indexOf("  quota"), SHOP.indexOf("}\ntests"))));
  }

  @Test
  void whatIsSaidTwiceInOtherWordsStays() {
    assertStays(SHOP.replace("  edition pro\n", "  edition pro\n  edition pro \"Pro\"\n"));
    assertStays(SHOP.replace("    window", "    window  rolling 2 hours\n    window"));
    assertStays(SHOP.replace("    allot free", "    allot free  base 5_001\n    allot free"));
  }

  @Test
  void whatIsSaidTwiceWithACommentStays() {
    assertStays(SHOP.replace("  edition pro\n", "  edition pro\n  edition pro  # why\n"));
  }

  @Test
  void linesThatGoOnKeepTheLineTheyGoOnFrom() {
    String plus = "    allot free  base 5_000\n      plus 5 per user\n";
    assertStays(SHOP.replace("    allot free  base 5_000\n", plus + plus));
  }

  @Test
  void aNameThatMayBeOneOfTwoStays() {
    assertStays(
        SHOP.replace("items.list, items.add", "items.gap, items.get, items.add")
            .replace("call items.list", "call items.gat"));
  }

  @Test
  void aNameThatIsMisspeltInSeveralPlacesStays() {
    assertStays(SHOP.replace("edition free", "edition fre"));
  }

  @Test
  void aNearNameThatWouldMakeAnotherFaultStays() {
    // With `pro` there would be two allotments of that edition and none of another.
    assertStays(SHOP.replace("    allot pro", "    allot prp  base 1\n    allot pro"));
  }

  @Test
  void onlyFilesThatMayBeChangedAreChanged() {
    SourceText shop = SourceText.of("shop.toll", SHOP.replace("rolling", "roling"));
    assertThat(Mending.of(List.of(shop), name -> false)).containsExactly(shop);
  }

  @Test
  void aNameInOneFileAndItsDeclarationInAnotherAreSeenTogether() {
    int tests = SHOP.indexOf("tests");
    SourceText shop = SourceText.of("shop.toll", SHOP.substring(0, tests));
    SourceText test = SourceText.of("test.toll", SHOP.substring(tests).replace("free\n", "fre\n"));
    List<SourceText> mended = Mending.of(List.of(shop, test), "test.toll"::equals);
    assertThat(mended.get(0).text()).isEqualTo(shop.text());
    assertThat(mended.get(1).text()).isEqualTo(SHOP.substring(tests));
  }

  private static String twice(String part) {
    assertThat(SHOP).containsOnlyOnce(part);
    return SHOP.replace(part, part + part);
  }

  private static void assertMends(String text) {
    assertThat(Samples.compile(text).policy()).isEmpty();
    assertThat(mended(text)).isEqualTo(SHOP);
  }

  private static void assertStays(String text) {
    assertThat(Samples.compile(text).policy()).isEmpty();
    assertThat(mended(text)).isEqualTo(text);
  }

  private static String mended(String text) {
    List<SourceText> once =
        Mending.of(List.of(SourceText.of("shop.toll", text)), "shop.toll"::equals);
    List<SourceText> twice = Mending.of(once, "shop.toll"::equals);
    assertThat(twice.get(0).text()).as("mended once more").isEqualTo(once.get(0).text());
    return once.get(0).text();
  }
}
