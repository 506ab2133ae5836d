package dev.tollgate.server.http.problem;

import java.util.Map;

/**
 * Ends a request with a problem that HTTP itself has: too large, another media type, no
 * credentials.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient ProblemDocument document;
  private final transient Map<String, String> headers;

  private Refused(ProblemDocument document, Map<String, String> headers) {
    super(document.detail());
    this.document = document;
    this.headers = headers;
  }

  /** Any other problem, without further lines. */
  public static Refused with(ProblemDocument document) {
    return new Refused(document, Map.of());
  }

  /** 401: nobody is known by these credentials. */
  public static Refused unknownCaller(String detail) {
    return new Refused(
        ProblemDocument.of(401, "Unauthorized", "unauthorized", detail),
        Map.of("WWW-Authenticate", "Bearer realm=\"tollgate\""));
  }

  /** 403: the caller is known and may not do this. */
  public static Refused notAllowed(String detail) {
    return new Refused(
        ProblemDocument.of(403, "Forbidden", "forbidden", detail),
        Map.of("WWW-Authenticate", "Bearer realm=\"tollgate\", error=\"insufficient_scope\""));
  }

  /** 400: the address itself cannot be read. */
  public static Refused badAddress(String detail) {
    return new Refused(ProblemDocument.of(400, "Bad Request", "bad-address", detail), Map.of());
  }

  /** 413: the body is longer than is read. */
  public static Refused tooLarge(int mostBytes) {
    return new Refused(
        ProblemDocument.of(
            413,
            "Content Too Large",
            "body-too-large",
            "the body has more than %,d bytes: send it in parts".formatted(mostBytes)),
        Map.of());
  }

  /** 415: the body is not said to be JSON. */
  public static Refused notJsonMediaType(String detail) {
    return new Refused(
        ProblemDocument.of(415, "Unsupported Media Type", "unsupported-media-type", detail),
        Map.of("Accept", "application/json"));
  }

  /** 415: the body is compressed. */
  public static Refused compressed(String detail) {
    return new Refused(
        ProblemDocument.of(415, "Unsupported Media Type", "unsupported-content-encoding", detail),
        Map.of("Accept-Encoding", "identity"));
  }

  public ProblemDocument document() {
    return document;
  }

  /** Lines that the response carries besides. */
  public Map<String, String> headers() {
    return headers;
  }
}
