package dev.tollgate.server.http.exchange;

import dev.tollgate.engine.decide.Conflict;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.ledger.StoreUnreachable;
import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.json.MalformedJson;
import dev.tollgate.server.http.problem.ProblemDocument;
import dev.tollgate.server.http.problem.ProblemJson;
import dev.tollgate.server.http.problem.ProblemOf;
import dev.tollgate.server.http.problem.Refused;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of everything that an endpoint can throw: a problem document each. */
public final class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  /** How soon it may be worth to ask again when nothing can be written down. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private Faults() {}

  /** Lets the web server answer so. */
  public static void configure(JavalinConfig config) {
    config.routes.exception(
        MalformedJson.class, (it, context) -> Responses.problem(context, ProblemOf.malformed(it)));
    config.routes.exception(
        InvalidRequest.class, (it, context) -> Responses.problem(context, ProblemOf.invalid(it)));
    config.routes.exception(
        NotFound.class, (it, context) -> Responses.problem(context, ProblemOf.notFound(it)));
    config.routes.exception(
        Conflict.class, (it, context) -> Responses.problem(context, ProblemOf.conflict(it)));
    config.routes.exception(StoreUnreachable.class, Faults::unwritten);
    config.routes.exception(Refused.class, Faults::refused);
    config.routes.exception(HttpResponseException.class, Faults::unrouted);
    config.routes.exception(UncheckedIOException.class, Faults::broken);
    config.routes.exception(Exception.class, Faults::unexpected);
    config.router.javaLangErrorHandler(Faults::fatal);
  }

  private static void refused(Refused refused, Context context) {
    Responses.problem(context, refused.document());
    refused.headers().forEach(context::header);
  }

  /** An answer that was begun is not given: nobody may rely on what is not written down. */
  private static void unwritten(StoreUnreachable unwritten, Context context) {
    LOG.debug("{} {} is not written down", context.method(), context.path(), unwritten);
    context.res().reset();
    Responses.problem(context, ProblemOf.unwritten());
    context.header("Retry-After", Long.toString(RETRY_AFTER.toSeconds()));
  }

  /** No route has this path, or none of this path has this method. */
  private static void unrouted(HttpResponseException unrouted, Context context) {
    if (unrouted instanceof MethodNotAllowedResponse) {
      String allowed =
          unrouted.getDetails().values().stream().findFirst().orElse("").replace("\n", "");
      context.header("Allow", allowed);
      Responses.problem(
          context,
          ProblemDocument.of(
              405,
              "Method Not Allowed",
              "method-not-allowed",
              "this address answers to " + allowed));
    } else {
      Responses.problem(
          context,
          ProblemDocument.of(
              404,
              "Not Found",
              "unknown-address",
              "nothing is here; /openapi.json lists every address"));
    }
  }

  private static void broken(UncheckedIOException broken, Context context) {
    LOG.debug("{} broke off", context.path(), broken);
    Responses.problem(
        context,
        ProblemDocument.of(400, "Bad Request", "body-incomplete", "the body did not arrive whole"));
  }

  private static void unexpected(Exception unexpected, Context context) {
    if (unexpected instanceof HttpException http) {
      Responses.problem(context, ProblemOf.ofStatus(http.getCode()));
    } else {
      LOG.error("{} {} failed", context.method(), context.path(), unexpected);
      Responses.problem(context, ProblemOf.fault());
    }
  }

  private static void fatal(HttpServletResponse response, Error error) {
    LOG.error("a request failed", error);
    response.setStatus(500);
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    try {
      response
          .getOutputStream()
          .write(JsonWriter.bytes(json -> ProblemJson.write(json, ProblemOf.fault())));
    } catch (IOException gone) {
      LOG.debug("nobody was left to tell", gone);
    }
  }
}
