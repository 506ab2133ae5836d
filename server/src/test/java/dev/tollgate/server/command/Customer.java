package dev.tollgate.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.server.http.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody who calls, holds, commits, cancels and asks again, and writes down every answer. What
 * was not answered is asked again, word for word, when the service is back.
 */
final class Customer {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

  private final String account;
  private final String name;
  private final Random random;
  private final List<Call> calls = new ArrayList<>();

  Customer(String account, int number) {
    this.account = account;
    this.name = account + "-" + number + "-";
    this.random = new Random(number);
  }

  /** One call and what is known of it. */
  private static final class Call {
    private final String path;
    private final String body;
    private Optional<JsonNode> answer = Optional.empty();
    private Optional<String> end = Optional.empty();
    private String endBody = "{}";
    private Optional<JsonNode> endAnswer = Optional.empty();

    private Call(String path, String body) {
      this.path = path;
      this.body = body;
    }

    private boolean allowed() {
      return answer.isPresent() && answer.get().get("allowed").asBoolean();
    }

    private String decision() {
      return answer.orElseThrow().get("decisionId").asText();
    }

    private long cost() {
      return (endAnswer.isPresent() ? endAnswer.get() : answer.orElseThrow())
          .at("/cost/credits")
          .asLong();
    }
  }

  /**
   * Calls until the service does not answer any more.
   *
   * @param answered told when a call and its end are answered
   */
  void callUntilItIsGone(String address, Runnable answered) {
    try {
      while (true) {
        callOnce(address);
        answered.run();
      }
    } catch (IOException gone) {
      // That is what it waits for.
    }
  }

  private void callOnce(String address) throws IOException {
    boolean holds = random.nextInt(3) == 0;
    Call call = new Call(holds ? "/v1/reserve" : "/v1/consume", body(holds));
    calls.add(call);
    ask(address, call);
    if (!call.allowed()) {
      return;
    }
    // What is ended was perhaps begun before the last kill.
    Call ended = random.nextBoolean() ? call : calls.get(random.nextInt(calls.size()));
    if (ended.allowed() && ended.end.isEmpty() && random.nextInt(3) > 0) {
      boolean commits = random.nextBoolean();
      ended.end = Optional.of(commits ? "/commit" : "/cancel");
      ended.endBody =
          commits ? "{\"cost\": {\"credits\": " + random.nextInt(12) + "}}" : ended.endBody;
      askEnd(address, ended);
    }
  }

  private String body(boolean holds) {
    return ("{\"product\": \"shop\", \"account\": \"%s\", \"call\": \"items.insert\","
            + " \"params\": {\"records\": %d}, \"inFlight\": false, \"requestId\": \"%s%d\"%s}")
        .formatted(
            account,
            random.nextInt(101),
            name,
            calls.size(),
            holds ? ", \"expiresInSeconds\": 3600" : "");
  }

  private void ask(String address, Call call) throws IOException {
    JsonNode answer = post(address + call.path, call.body);
    call.answer = Optional.of(answer);
  }

  private void askEnd(String address, Call call) throws IOException {
    String path = "/v1/decisions/" + call.decision() + call.end.orElseThrow();
    JsonNode answer = post(address + path, call.endBody);
    if (answer.get("settled").asBoolean()) {
      call.endAnswer = Optional.of(answer);
    } else {
      // Without room for what it cost more, it is held as before and may be ended later.
      call.end = Optional.empty();
    }
  }

  /** The least that the account must have used of this customer, by what was answered. */
  long least() {
    long least = 0;
    for (Call call : calls) {
      boolean open = call.end.isPresent() && call.endAnswer.isEmpty();
      least += call.allowed() && !open ? call.cost() : 0;
    }
    return least;
  }

  /** The most: what was not answered may have been counted at its highest. */
  long most() {
    long most = 0;
    for (Call call : calls) {
      boolean open = call.end.isPresent() && call.endAnswer.isEmpty();
      most += call.answer.isEmpty() || open ? 12 : call.allowed() ? call.cost() : 0;
    }
    return most;
  }

  /** Asks for everything again that was not answered; how many that were. */
  int resolve(String address) throws IOException {
    int resolved = 0;
    for (Call call : calls) {
      if (call.answer.isEmpty()) {
        ask(address, call);
        resolved++;
      }
      if (call.end.isPresent() && call.endAnswer.isEmpty()) {
        askEnd(address, call);
        resolved++;
      }
    }
    return resolved;
  }

  /** What some of the calls are answered now that is not what they were answered before. */
  List<String> otherAnswers(String address, int some) throws IOException {
    List<String> other = new ArrayList<>();
    for (int i = 0; i < some && !calls.isEmpty(); i++) {
      Call call = calls.get(random.nextInt(calls.size()));
      if (call.allowed() && !call.end.equals(Optional.of("/cancel"))) {
        JsonNode again = post(address + call.path, call.body);
        if (!again.path("decisionId").asText().equals(call.decision())
            || !again.path("replayed").asBoolean()) {
          other.add(call.answer.get() + " is now " + again);
        }
      }
      if (call.endAnswer.isPresent()) {
        String path = "/v1/decisions/" + call.decision() + call.end.orElseThrow();
        JsonNode again = post(address + path, call.endBody);
        if (!again.path("cost").equals(call.endAnswer.get().get("cost"))
            || !again.path("replayed").asBoolean()) {
          other.add(call.endAnswer.get() + " is now " + again);
        }
      }
    }
    return other;
  }

  int calls() {
    return calls.size();
  }

  /** What the service says that an account has used. */
  static long used(String address, String account) throws IOException {
    return post(
            address + "/v1/check",
            "{\"product\": \"shop\", \"account\": \"%s\", \"call\": \"ping\", \"inFlight\": false}"
                .formatted(account))
        .at("/quotas/0/used")
        .asLong();
  }

  /** Says that an account has very many credits, or few. */
  static void open(String address, String account, long credits) throws IOException {
    String body = "{\"edition\": \"loyal\", \"facts\": {\"floor\": " + credits + "}}";
    send(
        HttpRequest.newBuilder(URI.create(address + "/v1/products/shop/accounts/" + account))
            .PUT(BodyPublishers.ofString(body)));
  }

  private static JsonNode post(String address, String body) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofString(body)));
  }

  private static JsonNode send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(
              request
                  .header("Content-Type", "application/json")
                  .timeout(Duration.ofSeconds(30))
                  .build(),
              BodyHandlers.ofByteArray());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
      }
      return JsonText.parse(response.body());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
