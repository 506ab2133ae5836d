package dev.tollgate.server.http.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.engine.decide.Conflict;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.access.Guard;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.json.Pointer;
import dev.tollgate.server.http.json.Problems;
import dev.tollgate.server.http.problem.ProblemJson;
import dev.tollgate.server.http.problem.ProblemOf;
import dev.tollgate.server.http.problem.Refused;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Answers one request, or an array of them with an array of answers. An array is validated whole
 * first: one bad item refuses all. Then its items are decided in order, each all or nothing; what
 * only shows then, such as a request id that an earlier item used, is a problem document in the
 * place of that answer.
 */
public final class OneOrMany<Q, A> implements Endpoint {

  /** The most requests in one array. */
  public static final int MOST = 1_000;

  private final Question<Q, A> question;

  public OneOrMany(Question<Q, A> question) {
    this.question = question;
  }

  @Override
  public void answer(Context context, Caller caller) {
    JsonNode body = RequestBody.json(context);
    Problems problems = new Problems();
    JsonValue whole = new JsonValue(body, Pointer.ROOT, problems);
    if (body.isArray()) {
      List<Q> requests = whole.items(MOST, question::read);
      problems.refuseIfAny();
      requests.forEach(request -> Guard.admit(caller, question.product(request)));
      validate(requests, problems);
      List<Consumer<JsonWriter>> answers = new ArrayList<>();
      requests.forEach(request -> answers.add(answer(request)));
      Responses.ok(context, json -> json.array(answers, answer -> answer.accept(json)));
    } else {
      List<Q> requests = question.read(whole).stream().toList();
      problems.refuseIfAny();
      Guard.admit(caller, question.product(requests.get(0)));
      A answer = answerTo(requests.get(0));
      Responses.ok(context, json -> question.write(json, answer));
    }
  }

  private A answerTo(Q request) {
    try {
      return question.answer(request);
    } catch (NotFound notFound) {
      throw Refused.with(ProblemOf.notFound(notFound, ""));
    }
  }

  private void validate(List<Q> requests, Problems problems) {
    for (int i = 0; i < requests.size(); i++) {
      String prefix = Pointer.ROOT.item(i).text();
      try {
        question.problems(requests.get(i)).forEach(problem -> problems.add(problem.under(prefix)));
      } catch (NotFound notFound) {
        throw Refused.with(ProblemOf.notFound(notFound, prefix));
      }
    }
    problems.refuseIfAny();
  }

  private Consumer<JsonWriter> answer(Q request) {
    try {
      A answer = question.answer(request);
      return json -> question.write(json, answer);
    } catch (Conflict conflict) {
      return json -> ProblemJson.write(json, ProblemOf.conflict(conflict));
    } catch (InvalidRequest invalid) {
      // The policy or the account has changed since the array was validated.
      return json -> ProblemJson.write(json, ProblemOf.invalid(invalid));
    } catch (NotFound notFound) {
      return json -> ProblemJson.write(json, ProblemOf.notFound(notFound));
    }
  }
}
