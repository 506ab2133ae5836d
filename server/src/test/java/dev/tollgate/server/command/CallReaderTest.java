package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallReaderTest {

  @Test
  void aNameAloneIsOneCallWithoutParameters() {
    assertThat(CallReader.read("users.list"))
        .isEqualTo(new CallReader.Repeated(call("users.list", Map.of()), 1));
  }

  @Test
  void parametersFollowAColon() {
    assertThat(CallReader.read("records.list:cvid=7,sort=name").call())
        .isEqualTo(call("records.list", Map.of("cvid", "7", "sort", "name")));
  }

  @Test
  void aStarAndANumberSayHowOftenItHappens() {
    assertThat(CallReader.read("records.insert:records=25*1_000"))
        .isEqualTo(new CallReader.Repeated(call("records.insert", Map.of("records", "25")), 1_000));
  }

  @Test
  void aValueMayHoldAnythingButAComma() {
    assertThat(CallReader.read("records.search:q=a=b:c*d").call().params())
        .containsEntry("q", "a=b:c*d");
  }

  @Test
  void aCompositeHoldsCallsWithParametersOfTheirOwn() {
    assertThat(
            CallReader.read(
                    "composite.run(records.list:cvid=7,sort=name,users.list,records.insert:records=2)*3")
                .call()
                .calls())
        .containsExactly(
            call("records.list", Map.of("cvid", "7", "sort", "name")),
            call("users.list", Map.of()),
            call("records.insert", Map.of("records", "2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":records=1",
        "a:",
        "a:b",
        "a:b=1,",
        "a(b",
        "a(b))",
        "a()",
        "a,b",
        "*7",
        "a:=1"
      })
  void anythingElseIsRefusedWithTheFormsThereAre(String text) {
    assertThatExceptionOfType(BadUsage.class)
        .isThrownBy(() -> CallReader.read(text))
        .withMessageContaining("NAME:PARAM=VALUE");
  }

  @Test
  void aCallThatHappensNoTimesIsRefused() {
    assertThatExceptionOfType(BadUsage.class).isThrownBy(() -> CallReader.read("users.list*0"));
  }

  @Test
  void aParameterThatStandsTwiceIsRefused() {
    assertThatExceptionOfType(BadUsage.class)
        .isThrownBy(() -> CallReader.read("a:b=1,b=2"))
        .withMessageContaining("`b` twice");
  }

  private static CallArgument call(String name, Map<String, String> params) {
    return new CallArgument(name, params, List.of());
  }
}
