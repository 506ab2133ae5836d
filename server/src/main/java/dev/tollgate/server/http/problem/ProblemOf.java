package dev.tollgate.server.http.problem;

import dev.tollgate.engine.decide.Conflict;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.server.http.json.MalformedJson;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpStatus;

/** Which problem document each fault becomes. */
public final class ProblemOf {

  private ProblemOf() {}

  /** 400: the body is not JSON, or says one thing twice. */
  public static ProblemDocument malformed(MalformedJson malformed) {
    String message = malformed.getMessage();
    return ProblemDocument.of(400, "Bad Request", malformed.code(), message)
        .withErrors(
            malformed.at().stream()
                .map(at -> Problem.of(at.text(), malformed.code(), message))
                .toList());
  }

  /** 422: the request is well formed and wrong. */
  public static ProblemDocument invalid(InvalidRequest invalid) {
    List<Problem> problems = invalid.problems();
    String first = problems.get(0).message();
    int others = problems.size() - 1;
    String more =
        others == 0
            ? ""
            : " (and %d more %s)".formatted(others, others == 1 ? "problem" : "problems");
    return ProblemDocument.of(422, "Unprocessable Content", "invalid-request", first + more)
        .withErrors(problems);
  }

  /** 404: what the request is about does not exist. */
  public static ProblemDocument notFound(NotFound notFound) {
    String hint = notFound.nearest().map(nearest -> "; did you mean `" + nearest + "`?").orElse("");
    return ProblemDocument.of(
        404,
        "Not Found",
        "unknown-" + notFound.kind().replace(' ', '-'),
        notFound.getMessage() + hint);
  }

  /** The same, found in a request at {@code prefix}. */
  public static ProblemDocument notFound(NotFound notFound, String prefix) {
    ProblemDocument document = notFound(notFound);
    Problem problem =
        new Problem(
            prefix + "/" + notFound.kind(),
            document.code(),
            notFound.getMessage(),
            notFound.nearest());
    return document.withErrors(List.of(problem));
  }

  /** 409: the request clashes with what happened before. */
  public static ProblemDocument conflict(Conflict conflict) {
    return ProblemDocument.of(409, "Conflict", conflict.code().toString(), conflict.getMessage())
        .withQuote(conflict.quote());
  }

  /** 503: it may have been decided, but cannot be written down for now. */
  public static ProblemDocument unwritten() {
    return ProblemDocument.of(
        503,
        "Service Unavailable",
        "store-unreachable",
        "nothing can be written down now: try again, with the same requestId if there was one");
  }

  /** 500: our fault; what happened is in the log, not in the answer. */
  public static ProblemDocument fault() {
    return ProblemDocument.of(
        500, "Internal Server Error", "internal-error", "the service failed to answer");
  }

  /** A status that the web server gives before any endpoint is asked. */
  public static ProblemDocument ofStatus(int status) {
    String reason = HttpStatus.getMessage(status);
    String code = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return ProblemDocument.of(
        status, reason, code, "the request was refused before it was read: " + advice(status));
  }

  private static String advice(int status) {
    return switch (status) {
      case 400 -> "its address, its header fields or the length of its body are malformed";
      case 414 -> "its address is too long";
      case 503 -> "the service is stopping";
      case 431 -> "its header fields are too long together";
      default -> HttpStatus.getMessage(status);
    };
  }
}
