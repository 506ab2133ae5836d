package dev.tollgate.server.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  @Test
  void orderOfNamesFormOfNumbersAndSpacesDoNotMatter() {
    assertThat(fingerprint("{\"a\": 1.0, \"b\": [1e2, 0.0]}"))
        .isEqualTo(fingerprint("{\"b\":[100,0],\"a\":1}"));
    assertThat(fingerprint("\"\\u00e9\"")).isEqualTo(fingerprint("\"é\""));
  }

  @Test
  void anyOtherDifferenceMatters() {
    assertThat(
            new String[] {
              fingerprint("{\"a\": 1}"),
              fingerprint("{\"a\": 10}"),
              fingerprint("{\"a\": \"1\"}"),
              fingerprint("{\"a\": true}"),
              fingerprint("{\"a\": \"true\"}"),
              fingerprint("{\"a\": null}"),
              fingerprint("{}"),
              fingerprint("[]"),
              fingerprint("{\"a\": [1, 2]}"),
              fingerprint("{\"a\": [2, 1]}"),
              fingerprint("{\"a\": [[1], 2]}"),
              fingerprint("{\"a\": \"b\", \"c\": \"d\"}"),
              fingerprint("{\"a\": \"b\\\",\\\"c\\\":\\\"d\"}"),
              fingerprint("{\"a\": \"1\\\"c\"}"),
              fingerprint("{\"a\": [\"1\\\"c\", \"\"]}"),
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void aNumberOfManyZerosIsNotWrittenOut() {
    assertThat(fingerprint("1e999999999")).isNotEqualTo(fingerprint("1e999999998"));
  }

  private static String fingerprint(String json) {
    return CanonicalJson.fingerprint(JsonText.parse(json.getBytes(StandardCharsets.UTF_8)));
  }
}
