package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.book.AccountBook;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.UsageJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.QueryFields;
import dev.tollgate.server.http.exchange.Responses;
import io.javalin.http.Context;
import java.util.List;

/** What an account used, by what. */
public final class GetUsage implements Endpoint {

  /** Names in the query. */
  public static final List<String> QUERY = List.of("from", "to", "by");

  private final AccountBook book;

  public GetUsage(AccountBook book) {
    this.book = book;
  }

  @Override
  public void answer(Context context, Caller caller) {
    QueryFields query = QueryFields.of(context, QUERY);
    AccountBook.Days days = new AccountBook.Days(query.date("from"), query.date("to"));
    List<String> by = query.words("by");
    query.refuseIfAny();
    AccountPath path = AccountPath.of(context);
    AccountBook.Used used = book.usage(path.product(), path.account(), days, by);
    Responses.ok(context, json -> UsageJson.write(json, path.product(), path.account(), used));
  }
}
