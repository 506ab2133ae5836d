package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.AccountItem;
import java.util.ArrayList;
import java.util.List;

/** Reads what an account of a test has. */
final class AccountItemReader extends TreeReader<AccountItem> {

  private final Reading reading;
  private final LiteralReader literals;

  AccountItemReader(Reading reading) {
    this.reading = reading;
    this.literals = new LiteralReader(reading);
  }

  List<AccountItem> read(TollParser.AccountItemsContext context) {
    List<AccountItem> items = new ArrayList<>();
    for (TollParser.AccountItemContext item : context.accountItem()) {
      items.add(visit(item));
    }
    return items;
  }

  @Override
  public AccountItem visitItemSignedUp(TollParser.ItemSignedUpContext context) {
    return new AccountItem.SignedUp(reading.point(context.point()), reading.span(context));
  }

  @Override
  public AccountItem visitItemZone(TollParser.ItemZoneContext context) {
    return new AccountItem.Zone(reading.name(context.zoneName()), reading.span(context));
  }

  @Override
  public AccountItem visitItemId(TollParser.ItemIdContext context) {
    return new AccountItem.Id(reading.accountId(context.accountId()), reading.span(context));
  }

  @Override
  public AccountItem visitItemSeats(TollParser.ItemSeatsContext context) {
    return new AccountItem.Seats(
        reading.numeral(context.NUMBER()), reading.name(context.word()), reading.span(context));
  }

  @Override
  public AccountItem visitItemFact(TollParser.ItemFactContext context) {
    return new AccountItem.FactIs(
        reading.name(context.word()), literals.visit(context.literal()), reading.span(context));
  }

  @Override
  public AccountItem visitItemEdition(TollParser.ItemEditionContext context) {
    return new AccountItem.Edition(reading.name(context.word()), reading.span(context));
  }
}
