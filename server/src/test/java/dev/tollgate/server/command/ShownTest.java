package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void momentsIdsHashesAndSecondsAreLeftOut() {
    assertThat(
            Shown.of(
                """
                "id": "01M7Z9FQWSW1M0CYCADGKKA0BB", "at": "2026-11-21T14:52:08.473Z", "inSeconds": 9,
                "hash": "sha256:%s"
                """
                    .formatted("0123456789abcdef".repeat(4))))
        .isEqualTo(
            """
            "id": "…", "at": "…", "inSeconds": …,
            "hash": "sha256:…"
            """);
  }

  @Test
  void everyOtherFigureStays() {
    String printed =
        """
        "limit": 900, "each": "0.00014", "at": "crm/crm.toll:42", "code": "TOO_MANY_REQUESTS"
        crm, edition free, as of 2026-05-01T00:00:00Z
        """;
    assertThat(Shown.of(printed)).isEqualTo(printed);
  }
}
