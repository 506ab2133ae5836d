package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.book.Events;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.EventJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.QueryFields;
import dev.tollgate.server.http.exchange.Responses;
import io.javalin.http.Context;
import java.util.List;

/** Events of an account, or of everything, in order and a page at a time. */
public final class ListEvents implements Endpoint {

  /** Names in the query. */
  public static final List<String> QUERY = List.of("after", "limit");

  private static final int LONGEST_PAGE = 1_000;
  private static final int USUAL_PAGE = 100;

  private final Pages pages;

  private ListEvents(Pages pages) {
    this.pages = pages;
  }

  /** Of the account that the path names, also when it was deleted. */
  public static ListEvents ofAccount(Events events, AccountChanges accounts) {
    return new ListEvents(
        (context, after, limit) -> {
          AccountPath path = AccountPath.of(context);
          accounts.everKnown(path.product(), path.account());
          return events.after(path.product(), path.account(), after, limit);
        });
  }

  /** Of all accounts and of the service itself. */
  public static ListEvents ofAll(Events events) {
    return new ListEvents((context, after, limit) -> events.after(after, limit));
  }

  @FunctionalInterface
  private interface Pages {
    List<Events.Numbered> page(Context context, long after, int limit);
  }

  @Override
  public void answer(Context context, Caller caller) {
    QueryFields query = QueryFields.of(context, QUERY);
    long after = query.whole("after", 0, Long.MAX_VALUE).orElse(0L);
    int limit = query.whole("limit", 1, LONGEST_PAGE).orElse((long) USUAL_PAGE).intValue();
    query.refuseIfAny();
    List<Events.Numbered> page = pages.page(context, after, limit);
    // There may be more later, so a page always says where the next one begins.
    long next = page.isEmpty() ? after : page.get(page.size() - 1).number();
    Responses.ok(
        context,
        json ->
            json.object(
                () -> {
                  json.array("events", page, event -> EventJson.write(json, event));
                  json.number("next", next);
                }));
  }
}
