package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.AccountJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.RequestBody;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.Pointer;
import dev.tollgate.server.http.json.Problems;
import dev.tollgate.server.http.request.HoldingReader;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;

/** States what an account holds of an add-on from now on. */
public final class PutAddOn implements Endpoint {

  private final AccountChanges accounts;
  private final InstantSource clock;

  public PutAddOn(AccountChanges accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void answer(Context context, Caller caller) {
    AccountPath path = AccountPath.of(context);
    Problems problems = new Problems();
    Optional<StatedHolding> holding =
        HoldingReader.read(new JsonValue(RequestBody.json(context), Pointer.ROOT, problems));
    problems.refuseIfAny();
    Account account =
        accounts.putAddOn(
            path.product(), path.account(), context.pathParam("addon"), holding.orElseThrow());
    Responses.ok(context, json -> AccountJson.write(json, account, clock.instant()));
  }
}
