package dev.tollgate.server.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLayoutTest {

  @Test
  void aShortValueStaysOnOneLine() {
    assertThat(laidOut("{\"allowed\":true,\"cost\":{\"credits\":3},\"also\":[],\"of\":[1,2]}"))
        .isEqualTo(
            "{\"allowed\": true, \"cost\": {\"credits\": 3}, \"also\": [], \"of\": [1, 2]}\n");
  }

  @Test
  void ofALongValueEachLineHoldsAsManyMembersAsFit() {
    String word = "\"" + "x".repeat(40) + "\"";
    assertThat(laidOut("{\"a\":%s,\"b\":%s,\"c\":{\"d\":[1]},\"e\":null}".formatted(word, word)))
        .isEqualTo(
            """
            {
              "a": %s, "b": %s,
              "c": {"d": [1]}, "e": null
            }
            """
                .formatted(word, word));
  }

  @Test
  void aMemberThatFitsOnNoLineIsLaidOutItself() {
    String word = "\"" + "x".repeat(60) + "\"";
    assertThat(laidOut("{\"a\":1,\"b\":[%s,%s],\"c\":2}".formatted(word, word)))
        .isEqualTo(
            """
            {
              "a": 1,
              "b": [
                %s,
                %s
              ],
              "c": 2
            }
            """
                .formatted(word, word));
  }

  @Test
  void aLineIsFilledToItsLastPlaceAndNotBeyond() {
    String fits = "\"" + "x".repeat(JsonLayout.WIDTH - 5) + "\"";
    assertThat(laidOut("[" + fits + "]").lines()).hasSize(1);
    assertThat(laidOut("[" + fits + ",1]").lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(JsonLayout.WIDTH));
  }

  @Test
  void numbersKeepTheirDecimalsAndHaveNoExponent() {
    assertThat(JsonLayout.text(json -> json.scalar(Optional.of(new BigDecimal("1E-7")))))
        .isEqualTo("0.0000001\n");
    assertThat(laidOut("[6.50,1e3]")).isEqualTo("[6.50, 1000]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"quote\\\"d\":\"line\\nend \\u0001 … \\\\\",\"n\":[{},[],null,true,false,0.10]}",
        "\"text\"",
        "[]"
      })
  void theValueStaysTheSame(String json) {
    String nested = Collections.nCopies(9, json).toString();
    assertThat(parsed(laidOut(nested))).isEqualTo(parsed(nested));
  }

  private static String laidOut(String json) {
    return JsonLayout.text(parsed(json));
  }

  private static JsonNode parsed(String json) {
    return JsonText.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
