package dev.tollgate.server.http.problem;

import dev.tollgate.engine.decide.Problem;
import dev.tollgate.engine.decide.Quote;
import java.util.List;
import java.util.Optional;

/**
 * What a caller is told when a request is not answered.
 *
 * @param type identifies the kind of problem; {@code about:blank} when the status says enough
 * @param title the kind in words, the same for every occurrence
 * @param status HTTP status, 400 to 599
 * @param detail what happened this time
 * @param code words joined by hyphens that never change meaning
 * @param errors what is wrong where
 * @param quote figures as they are now, when a quote no longer holds
 * @param violated quotas that have no room, when that is the problem
 */
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<Problem> errors,
    Optional<Quote> quote,
    List<String> violated) {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String QUOTA_EXCEEDED =
      "https://iana.org/assignments/http-problem-types#quota-exceeded";

  private static final String NO_TYPE = "about:blank";

  public ProblemDocument {
    errors = List.copyOf(errors);
    violated = List.copyOf(violated);
  }

  /** A plain one: no more to say than its detail. */
  public static ProblemDocument of(int status, String title, String code, String detail) {
    return new ProblemDocument(
        NO_TYPE, title, status, detail, code, List.of(), Optional.empty(), List.of());
  }

  /** A denial for which the policy words no answer of its own. */
  public static ProblemDocument quotaExceeded(
      int status, String code, String detail, List<String> violated) {
    return new ProblemDocument(
        QUOTA_EXCEEDED,
        "Request cannot be satisfied as assigned quota has been exceeded",
        status,
        detail,
        code,
        List.of(),
        Optional.empty(),
        violated);
  }

  /** The same with a list of what is wrong where. */
  public ProblemDocument withErrors(List<Problem> problems) {
    return new ProblemDocument(type, title, status, detail, code, problems, quote, violated);
  }

  /** The same with the figures of now. */
  public ProblemDocument withQuote(Optional<Quote> now) {
    return new ProblemDocument(type, title, status, detail, code, errors, now, violated);
  }
}
