package dev.tollgate.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * What {@code curl -s [-X METHOD] [-H HEADER] [-d BODY] URL} does, and none of its other options:
 * one that the page uses and this does not know fails.
 */
final class Curl {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Function<String, String> redirected;

  /**
   * @param redirected the address to ask instead of the one that the page shows
   */
  Curl(Function<String, String> redirected) {
    this.redirected = redirected;
  }

  /** The body of the response, as curl prints it. */
  String run(List<String> words) {
    String method = "";
    String body = "";
    String url = "";
    HttpRequest.Builder request = HttpRequest.newBuilder();
    // What curl says of a body unless it is told otherwise.
    String type = "application/x-www-form-urlencoded";
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "-s" -> {}
        case "-X" -> method = rest.next();
        case "-d" -> body = rest.next();
        case "-H" -> {
          String[] header = rest.next().split(":\\s*", 2);
          if (header[0].equalsIgnoreCase("Content-Type")) {
            type = header[1];
          } else {
            request.header(header[0], header[1]);
          }
        }
        default -> {
          if (word.startsWith("-") || !url.isEmpty()) {
            throw new IllegalArgumentException("curl is not known to take " + word);
          }
          url = word;
        }
      }
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", type);
    }
    String sent = method.isEmpty() ? (body.isEmpty() ? "GET" : "POST") : method;
    request.method(sent, HttpRequest.BodyPublishers.ofString(body));
    String address = url.contains("://") ? url : "http://" + url;
    return send(request.uri(URI.create(redirected.apply(address))).build());
  }

  private String send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(request.uri().toString(), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + request.uri());
    }
  }
}
