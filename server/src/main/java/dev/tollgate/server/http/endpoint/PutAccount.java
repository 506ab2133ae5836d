package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.AccountJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.RequestBody;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.Pointer;
import dev.tollgate.server.http.json.Problems;
import dev.tollgate.server.http.request.AccountReader;
import dev.tollgate.server.http.request.AccountReader.PutProfile;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** States what an account is, from now or another moment on. Answers 201 for a new account. */
public final class PutAccount implements Endpoint {

  private final AccountChanges accounts;
  private final InstantSource clock;

  public PutAccount(AccountChanges accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void answer(Context context, Caller caller) {
    AccountPath path = AccountPath.of(context);
    Problems problems = new Problems();
    JsonValue body = new JsonValue(RequestBody.json(context), Pointer.ROOT, problems);
    Optional<PutProfile> put = AccountReader.read(body);
    problems.refuseIfAny();
    Optional<Instant> from = put.flatMap(PutProfile::from);
    boolean known = isKnown(path);
    Account account =
        accounts.putProfile(path.product(), path.account(), put.orElseThrow().profile(), from);
    Instant at = from.orElseGet(clock::instant);
    Responses.json(
        context,
        known ? 200 : 201,
        "application/json",
        json -> AccountJson.write(json, account, at));
  }

  private boolean isKnown(AccountPath path) {
    try {
      accounts.get(path.product(), path.account());
      return true;
    } catch (NotFound unknown) {
      return false;
    }
  }
}
