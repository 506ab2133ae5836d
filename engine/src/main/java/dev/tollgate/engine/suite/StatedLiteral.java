package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Stated;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.PointInTime;
import java.util.Optional;

/** A value written in a test, as a request would state it. */
final class StatedLiteral implements Literal.Visitor<Stated> {

  private final Optional<ValueType> type;

  /**
   * @param type of the fact or the parameter that has the value; empty where nobody declares it
   */
  StatedLiteral(Optional<ValueType> type) {
    this.type = type;
  }

  @Override
  public Stated flag(Literal.Flag flag) {
    return Stated.yesOrNo(flag.value());
  }

  @Override
  public Stated number(Literal.Number number) {
    return Stated.number(QuotaAmount.in(type, number.quantity()));
  }

  @Override
  public Stated percent(Literal.Percent percent) {
    return Stated.number(percent.number().value());
  }

  @Override
  public Stated quoted(Literal.Quoted quoted) {
    return Stated.text(quoted.text().value());
  }

  @Override
  public Stated word(Literal.Word word) {
    return Stated.text(word.name().text());
  }

  @Override
  public Stated time(Literal.Time time) {
    return time.point()
        .accept(
            new PointInTime.Visitor<>() {
              @Override
              public Stated day(PointInTime.Day day) {
                return Stated.text(day.date().toString());
              }

              @Override
              public Stated moment(PointInTime.Moment moment) {
                return Stated.text(moment.instant().toString());
              }
            });
  }
}
