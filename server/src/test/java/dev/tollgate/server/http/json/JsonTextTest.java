package dev.tollgate.server.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void everyKindOfValueIsRead() {
    JsonNode value = parse("{\"a\": [1, -2.50, 1e3, \"x\", true, false, null, {}]}");
    assertThat(value.toString()).isEqualTo("{\"a\":[1,-2.50,1E+3,\"x\",true,false,null,{}]}");
  }

  @Test
  void aNumberStaysTheDecimalThatWasWritten() {
    assertThat(parse("0.1000000000000000000000000000000001").decimalValue())
        .isEqualTo(new BigDecimal("0.1000000000000000000000000000000001"));
  }

  @Test
  void aFieldThatStandsTwiceIsRefusedByName() {
    assertThatThrownBy(() -> parse("{\"a\": {\"records\": 1, \"records\": 2}}"))
        .isInstanceOf(MalformedJson.class)
        .hasMessage("`records` stands twice in one object: /a/records")
        .extracting("code")
        .isEqualTo("doubled-field");
  }

  @Test
  void theSameNameMayStandInTwoObjects() {
    assertThat(parse("[{\"a\": 1}, {\"a\": 2}]")).hasSize(2);
  }

  @Test
  void whatFollowsTheValueIsRefused() {
    assertNotJson("{} {}", "something follows the JSON value (line 1, column 4)");
    assertNotJson("{}x", "(line 1, column ");
  }

  @Test
  void whatIsNotJsonIsRefusedWithItsPlace() {
    assertNotJson("{\"a\": }", "(line 1, column 7)");
    assertNotJson("{\n  'a': 1}", "(line 2, column ");
    assertNotJson("{\"a\": NaN}", "(line 1, column ");
    assertNotJson("{\"a\": 1,}", "(line 1, column ");
    assertNotJson("[1", "(line 1, column ");
    assertNotJson("// no\n1", "(line 1, column ");
    assertNotJson("01", "(line 1, column ");
  }

  @Test
  void theWordsAreForWhoeverWroteTheBody() {
    assertNotJson("{\"a\": [1", "the JSON breaks off before its end (line 1, column ");
    assertNotJson("{\"a\": 'b'}", "Unexpected character (''' (code 39))");
    for (String text : List.of("{", "[1, 2", "// no\n1", "{\"a\": NaN}", "{\"a\": +1}", "'a'")) {
      assertThatThrownBy(() -> parse(text))
          .as(text)
          .isInstanceOf(MalformedJson.class)
          .message()
          .doesNotContain("REDACTED", "Feature", "Source", "enable");
    }
  }

  @Test
  void nothingIsNotJson() {
    assertNotJson("", "the body is empty");
    assertNotJson(" \n", "the body is empty");
  }

  @Test
  void otherEncodingsThanUtf8AreRefused() {
    assertThatThrownBy(() -> JsonText.parse("{}".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(MalformedJson.class);
    assertThatThrownBy(() -> JsonText.parse(new byte[] {'"', (byte) 0xC3, '"'}))
        .isInstanceOf(MalformedJson.class)
        .hasMessage("the body is not UTF-8");
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertNotJson("{\"a\": \"\\ud800\"}", "half a surrogate pair in a text at `/a`");
    assertNotJson("{\"\\udc00\": 1}", "surrogate");
    assertThat(parse("\"\\ud83d\\ude00\"").textValue()).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void nestingIsBounded() {
    String deep = "[".repeat(JsonText.MOST_NESTING) + "]".repeat(JsonText.MOST_NESTING);
    assertThat(parse(deep)).isNotEmpty();
    assertNotJson("[" + deep + "]", "nested");
    assertNotJson("[".repeat(100_000), "nested");
  }

  @Test
  void aNumberOfManyDigitsIsRefusedAndOneOfManyZerosIsCheap() {
    assertNotJson("1".repeat(101), "more than 100 digits");
    assertNotJson("{\"" + "n".repeat(301) + "\": 1}", "a name of more than 300 characters");
    assertThat(parse("1e999999999").decimalValue().scale()).isEqualTo(-999_999_999);
    assertNotJson("1e9999999999", "(line 1, column ");
  }

  private static JsonNode parse(String text) {
    return JsonText.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertNotJson(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(MalformedJson.class)
        .hasMessageContaining(message)
        .extracting("code")
        .isEqualTo("not-json");
  }
}
