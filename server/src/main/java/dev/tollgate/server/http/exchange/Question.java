package dev.tollgate.server.http.exchange;

import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/**
 * What one of the decision endpoints does with one request; {@link OneOrMany} does the rest.
 *
 * @param <Q> the request
 * @param <A> the answer
 */
public interface Question<Q, A> {

  /** The request that a JSON value states; empty after a problem was added. */
  Optional<Q> read(JsonValue value);

  /** The product that a request is about; it need not exist. */
  String product(Q request);

  /**
   * What the policy finds wrong with a request, before anything is decided.
   *
   * @throws NotFound if there is no such product or account
   */
  List<Problem> problems(Q request);

  /**
   * The answer to a request.
   *
   * @throws InvalidRequest if it has problems
   * @throws NotFound if there is no such product or account
   */
  A answer(Q request);

  /** Writes an answer. */
  void write(JsonWriter json, A answer);
}
