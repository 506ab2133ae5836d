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
import java.util.Optional;

/** Accounts of a product, by id, a page at a time. */
public final class ListAccounts implements Endpoint {

  /** Names in the query. */
  public static final List<String> QUERY = List.of("after", "limit");

  private static final int LONGEST_PAGE = 1_000;
  private static final int USUAL_PAGE = 100;

  private final AccountChanges accounts;
  private final InstantSource clock;

  public ListAccounts(AccountChanges accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void answer(Context context, Caller caller) {
    QueryFields query = QueryFields.of(context, QUERY);
    String after = query.text("after").orElse("");
    int limit = query.whole("limit", 1, LONGEST_PAGE).orElse((long) USUAL_PAGE).intValue();
    query.refuseIfAny();
    List<Account> page = accounts.list(context.pathParam("product"), after, limit);
    Optional<String> next =
        page.size() < limit ? Optional.empty() : Optional.of(page.get(limit - 1).id());
    Instant now = clock.instant();
    Responses.ok(
        context,
        json ->
            json.object(
                () -> {
                  json.array("accounts", page, account -> AccountJson.write(json, account, now));
                  json.text("next", next);
                }));
  }
}
