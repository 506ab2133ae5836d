package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final String GATE = "/v1/gate/shop/acme/";

  private TestService service;

  @BeforeEach
  void start() {
    service = TestService.start(TestService.SHOP);
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anAllowedCallIsNoContentWithTheLimitsInItsFields() {
    Reply reply = service.get(GATE + "items.insert?records=25");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.text()).isEmpty();
    assertThat(reply.header("RateLimit-Policy"))
        .contains("\"credits\";q=100;tollgate-unit=\"credits\";w=86400");
    assertThat(reply.header("RateLimit")).contains("\"credits\";r=97;t=86400");
    assertThat(reply.header("Tollgate-Decision")).isPresent();
    assertThat(reply.header("Cache-Control")).contains("no-store");
    assertThat(reply.header("Retry-After")).isEmpty();
  }

  @Test
  void whateverTheMethodTheCallCounts() {
    int counted = 0;
    for (String method :
        new String[] {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND"}) {
      Reply reply = service.send(method, GATE + "ping", BodyPublishers.ofString("not read at all"));
      assertThat(reply.status()).as(method).isEqualTo(204);
      counted++;
      assertThat(used()).as(method).isEqualTo(counted);
    }
  }

  @Test
  void aDenialIsThatOfThePolicy() {
    useUp();
    Reply reply = service.get(GATE + "ping");
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.mediaType()).isEqualTo("application/json");
    assertThat(reply.text())
        .isEqualTo("{\"code\":\"OUT_OF_CREDITS\",\"left\":0,\"seconds\":86400,\"details\":[]}");
    assertThat(reply.header("X-Shop")).contains("credits");
    assertThat(reply.header("Retry-After")).contains("86400");
    assertThat(reply.header("RateLimit")).contains("\"credits\";r=0;t=86400");
    assertThat(reply.header("Tollgate-Decision")).isPresent();
    assertThat(reply.header("Cache-Control")).contains("no-store");
    assertThat(used()).isEqualTo(100);
  }

  @Test
  void aProxyThatPassesNoOtherStatusGetsTheOneItAsksFor() {
    useUp();
    assertThat(service.get(GATE + "ping?deny=403").status()).isEqualTo(403);
    Reply wrong = service.get(GATE + "ping?deny=200");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.at("/errors/0/pointer").asText()).isEqualTo("/query/deny");
  }

  @Test
  void aDenialWithoutWordsOfThePolicyIsAProblemDocumentAndPromisesNoMoment() {
    String call = GATE + "ping?inFlight=true&app=erp";
    service.get(call);
    service.get(call);
    Reply reply = service.get(call);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.mediaType()).isEqualTo("application/problem+json");
    assertThat(reply.at("/type").asText())
        .isEqualTo("https://iana.org/assignments/http-problem-types#quota-exceeded");
    assertThat(reply.at("/code").asText()).isEqualTo("TOO_BUSY");
    assertThat(reply.at("/detail").asText()).isEqualTo("Too many calls at once.");
    assertThat(reply.at("/violated-policies").toString()).isEqualTo("[\"busy\"]");
    assertThat(reply.header("Retry-After")).isEmpty();
    assertThat(reply.header("RateLimit-Policy").orElse(""))
        .endsWith("\"busy\";q=2;qu=\"concurrent-requests\"");
  }

  @Test
  void keysAndParametersAreToldApartByWhatIsDeclared() {
    assertThat(service.get(GATE + "items.insert?records=25&app=erp&inFlight=true").status())
        .isEqualTo(204);
    assertThat(service.get(GATE + "items.insert?param.records=25&key.app=erp").status())
        .isEqualTo(204);
    Reply unknown = service.get(GATE + "items.insert?records=25&ap=erp");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.at("/errors/0/code").asText()).isEqualTo("unknown-parameter");
  }

  @Test
  void valuesAreReadByTheirDeclaredTypes() {
    assertThat(service.get(GATE + "items.list?deep=yes").header("RateLimit").orElse(""))
        .startsWith("\"credits\";r=93");
    assertThat(service.get(GATE + "items.insert?records=many").status()).isEqualTo(422);
    assertThat(service.get(GATE + "items.insert?records=-1").status()).isEqualTo(422);
    assertThat(service.get(GATE + "items.insert?records=1&records=2").status()).isEqualTo(400);
  }

  @Test
  void aRequestIdCountsOnce() {
    String first = service.get(GATE + "ping?requestId=r1").header("Tollgate-Decision").orElse("");
    String second = service.get(GATE + "ping?requestId=r1").header("Tollgate-Decision").orElse("");
    assertThat(second).isEqualTo(first);
    assertThat(used()).isEqualTo(1);
    assertThat(service.get(GATE + "ping?requestId=r1&channel=ui").status()).isEqualTo(409);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(service.get("/v1/gate/shpo/acme/ping").status()).isEqualTo(404);
    assertThat(service.get("/v1/gate/shop/nobody/ping").status()).isEqualTo(404);
    Reply call = service.get(GATE + "pin");
    assertThat(call.status()).isEqualTo(422);
    assertThat(call.at("/errors/0/nearest").asText()).isEqualTo("ping");
  }

  private void useUp() {
    for (int i = 0; i < 10; i++) {
      assertThat(service.get(GATE + "items.insert?records=100").status()).isEqualTo(204);
    }
  }

  private int used() {
    return service
        .post(
            "/v1/check",
            "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': false}")
        .at("/quotas/0/used")
        .asInt();
  }
}
