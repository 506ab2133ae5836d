package dev.tollgate.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {

  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

  /** The figures were worked out with another program. */
  @Test
  void itSignsIdTimestampAndBody() {
    Secret secret = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");

    assertThat(secret.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void anyLongEnoughTextIsASecret() {
    Secret text = Secret.of("correct horse battery staple");

    assertThat(text.signature("a", 1, BODY)).isNotEqualTo(text.signature("a", 2, BODY));
    assertThat(text).hasToString("a secret");
  }

  @Test
  void shortOnesAndDamagedOnesAreRefused() {
    assertThatThrownBy(() -> Secret.of("hunter2")).hasMessageContaining("shorter than 24 bytes");
    assertThatThrownBy(() -> Secret.of("whsec_c2hvcnQ=")).hasMessageContaining("shorter");
    assertThatThrownBy(() -> Secret.of("whsec_*")).isInstanceOf(IllegalArgumentException.class);
  }
}
