package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.PointInTime;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a literal as a value of the type of what it is compared with or assigned to. */
final class Literals implements Literal.Visitor<Optional<Value>> {

  private static final BigDecimal TOO_LARGE = BigDecimal.valueOf(Long.MAX_VALUE);

  private final ProductDraft product;
  private final String subject;
  private final ValueType type;

  /**
   * Literals of one subject.
   *
   * @param subject its name, for messages
   */
  Literals(ProductDraft product, String subject, ValueType type) {
    this.product = product;
    this.subject = subject;
    this.type = type;
  }

  Optional<Value> read(Literal literal) {
    return literal.accept(this);
  }

  @Override
  public Optional<Value> flag(Literal.Flag flag) {
    return type instanceof ValueType.YesOrNo
        ? Optional.of(Value.yesOrNo(flag.value()))
        : differs(flag.span(), "yes or no");
  }

  @Override
  public Optional<Value> number(Literal.Number number) {
    if (type instanceof ValueType.Quantity quantity) {
      return value(product.quantities.steps(number.quantity(), quantity.unit()));
    } else if (type instanceof ValueType.Count) {
      return value(product.quantities.steps(number.quantity(), Units.PIECES));
    }
    return differs(number.span(), "a number");
  }

  @Override
  public Optional<Value> percent(Literal.Percent percent) {
    if (!(type instanceof ValueType.Percent)) {
      return differs(percent.span(), "a percentage");
    }
    BigDecimal steps = percent.number().value().movePointRight(ValueType.PERCENT_DECIMALS);
    if (steps.stripTrailingZeros().scale() > 0 || steps.compareTo(TOO_LARGE) >= 0) {
      product
          .findings()
          .add(
              DiagnosticCode.TOO_MANY_DECIMALS,
              percent.span(),
              "`%s%%` is no percentage: those have at most %d decimals"
                  .formatted(percent.number().written(), ValueType.PERCENT_DECIMALS));
      return Optional.empty();
    }
    return Optional.of(Value.number(steps.longValueExact()));
  }

  @Override
  public Optional<Value> quoted(Literal.Quoted quoted) {
    Name name = new Name(quoted.text().value(), quoted.span());
    return type instanceof ValueType.Text
        ? Optional.of(Value.word(name.text()))
        : word(name, "text");
  }

  @Override
  public Optional<Value> word(Literal.Word word) {
    if (type instanceof ValueType.Text) {
      String quoted = "\"" + word.name().text() + "\"";
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.TYPES_DIFFER,
                      word.span(),
                      "`%s` is text, and text stands in quotes".formatted(subject))
                  .withHint("say `%s`".formatted(quoted))
                  .withFix(word.span(), quoted));
      return Optional.empty();
    }
    return word(word.name(), "a word");
  }

  private Optional<Value> word(Name name, String what) {
    if (type instanceof ValueType.OneOf oneOf) {
      if (oneOf.choices().contains(name.text())) {
        return Optional.of(Value.word(name.text()));
      }
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_CHOICE,
          "a choice of `%s`".formatted(subject),
          name,
          oneOf.choices().stream().map(Known::builtIn).toList());
      return Optional.empty();
    } else if (type instanceof ValueType.Zone) {
      return new Zones(product.draft).find(name).map(zone -> Value.word(zone.getId()));
    }
    return differs(name.span(), what);
  }

  @Override
  public Optional<Value> time(Literal.Time time) {
    if (!(type instanceof ValueType.Date)) {
      return differs(time.span(), "a date");
    } else if (time.point() instanceof PointInTime.Day day) {
      return Optional.of(Value.number(day.date().toEpochDay()));
    }
    product
        .findings()
        .add(
            DiagnosticCode.TYPES_DIFFER,
            time.span(),
            "`%s` is a date, and this is a moment".formatted(subject));
    return Optional.empty();
  }

  private static Optional<Value> value(OptionalLong steps) {
    return steps.isPresent() ? Optional.of(Value.number(steps.getAsLong())) : Optional.empty();
  }

  private Optional<Value> differs(Span span, String what) {
    product
        .findings()
        .add(
            DiagnosticCode.TYPES_DIFFER,
            span,
            "`%s` is %s, and this is %s".formatted(subject, Types.describe(type), what));
    return Optional.empty();
  }
}
