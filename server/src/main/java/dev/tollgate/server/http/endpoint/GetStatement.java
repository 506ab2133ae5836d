package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.book.AccountBook;
import dev.tollgate.engine.book.Statement;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.StatementCsv;
import dev.tollgate.server.http.answer.StatementJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.QueryFields;
import dev.tollgate.server.http.exchange.Responses;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an account has to pay, day by day: JSON, or CSV for whoever asks for it. */
public final class GetStatement implements Endpoint {

  /** Names in the query. */
  public static final List<String> QUERY = List.of("from", "to", "format");

  private static final String CSV = "csv";

  private final AccountBook book;

  public GetStatement(AccountBook book) {
    this.book = book;
  }

  @Override
  public void answer(Context context, Caller caller) {
    QueryFields query = QueryFields.of(context, QUERY);
    AccountBook.Days days = new AccountBook.Days(query.date("from"), query.date("to"));
    Optional<String> format = query.choice("format", List.of("json", CSV));
    query.refuseIfAny();
    AccountPath path = AccountPath.of(context);
    Statement statement = book.statement(path.product(), path.account(), days);
    if (format.map(CSV::equals).orElseGet(() -> acceptsCsv(context))) {
      Responses.text(context, StatementCsv.MEDIA_TYPE, StatementCsv.of(statement));
    } else {
      Responses.ok(
          context, json -> StatementJson.write(json, path.product(), path.account(), statement));
    }
  }

  private static boolean acceptsCsv(Context context) {
    String accepted = Optional.ofNullable(context.header("Accept")).orElse("");
    return accepted.toLowerCase(Locale.ROOT).contains(StatementCsv.MEDIA_TYPE);
  }
}
