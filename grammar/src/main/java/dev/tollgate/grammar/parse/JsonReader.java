package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Json;
import dev.tollgate.grammar.tree.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of a denial. */
final class JsonReader extends TreeReader<Json> {

  private final Reading reading;

  JsonReader(Reading reading) {
    this.reading = reading;
  }

  @Override
  public Json visitObj(TollParser.ObjContext context) {
    List<Member> members = new ArrayList<>();
    for (TollParser.MemberContext member : context.member()) {
      members.add(
          new Member(reading.text(member.text()), visit(member.json()), reading.span(member)));
    }
    return new Json.Obj(members, reading.span(context));
  }

  @Override
  public Json visitArr(TollParser.ArrContext context) {
    List<Json> items = new ArrayList<>();
    for (TollParser.JsonContext item : context.json()) {
      items.add(visit(item));
    }
    return new Json.Arr(items, reading.span(context));
  }

  @Override
  public Json visitStr(TollParser.StrContext context) {
    return new Json.Str(reading.text(context.text()), reading.span(context));
  }

  @Override
  public Json visitNum(TollParser.NumContext context) {
    BigDecimal value = reading.numeral(context.NUMBER()).value();
    return new Json.Num(context.MINUS() == null ? value : value.negate(), reading.span(context));
  }

  @Override
  public Json visitWordInBody(TollParser.WordInBodyContext context) {
    Span span = reading.span(context);
    return switch (context.getText()) {
      case "true" -> new Json.Bool(true, span);
      case "false" -> new Json.Bool(false, span);
      case "null" -> new Json.Null(span);
      default -> new Json.Placeholder(reading.name(context), span);
    };
  }
}
