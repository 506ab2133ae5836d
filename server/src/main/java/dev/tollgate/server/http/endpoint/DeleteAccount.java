package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.Responses;
import io.javalin.http.Context;

/** Ends an account; what it used and has to pay stays on record. */
public final class DeleteAccount implements Endpoint {

  private final AccountChanges accounts;

  public DeleteAccount(AccountChanges accounts) {
    this.accounts = accounts;
  }

  @Override
  public void answer(Context context, Caller caller) {
    AccountPath path = AccountPath.of(context);
    accounts.delete(path.product(), path.account());
    Responses.nothing(context);
  }
}
