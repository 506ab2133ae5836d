package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.AccountJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.QueryFields;
import dev.tollgate.server.http.exchange.Responses;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What an account is, was, or is planned to be. */
public final class GetAccount implements Endpoint {

  /** Names in the query. */
  public static final List<String> QUERY = List.of("at");

  private final AccountChanges accounts;
  private final InstantSource clock;

  public GetAccount(AccountChanges accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void answer(Context context, Caller caller) {
    QueryFields query = QueryFields.of(context, QUERY);
    Instant at = query.moment("at").orElseGet(clock::instant);
    query.refuseIfAny();
    AccountPath path = AccountPath.of(context);
    Account account = accounts.get(path.product(), path.account());
    Responses.ok(context, json -> AccountJson.write(json, account, at));
  }
}
