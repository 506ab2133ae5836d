package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.AccountJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.Responses;
import io.javalin.http.Context;
import java.time.InstantSource;

/** The account holds none of an add-on from now on. */
public final class DeleteAddOn implements Endpoint {

  private final AccountChanges accounts;
  private final InstantSource clock;

  public DeleteAddOn(AccountChanges accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void answer(Context context, Caller caller) {
    AccountPath path = AccountPath.of(context);
    Account account =
        accounts.removeAddOn(path.product(), path.account(), context.pathParam("addon"));
    Responses.ok(context, json -> AccountJson.write(json, account, clock.instant()));
  }
}
