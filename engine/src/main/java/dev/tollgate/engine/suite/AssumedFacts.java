package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Assumed;
import dev.tollgate.grammar.tree.Expectation;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.PointInTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the facts that an answer assumes against what a test expects of them. */
final class AssumedFacts {

  private final List<Assumed> actual;

  AssumedFacts(List<Assumed> actual) {
    this.actual = actual;
  }

  /** What is assumed instead; empty when the fact is, and with this value. */
  Optional<String> unmet(Expectation.Assumed expected) {
    boolean met =
        actual.stream()
            .filter(one -> one.fact().equals(expected.fact().text()))
            .anyMatch(one -> expected.value().accept(new Written(one.value())));
    return met ? Optional.empty() : Optional.of(text());
  }

  /** {@code assumed region is "unknown"}, or that nothing is. */
  String text() {
    return actual.isEmpty()
        ? "nothing assumed"
        : actual.stream()
            .map(one -> "assumed " + one.fact() + " is " + one.value())
            .collect(Collectors.joining(", "));
  }

  /** Whether a literal means a value that is written the way authors do. */
  private record Written(String value) implements Literal.Visitor<Boolean> {

    @Override
    public Boolean flag(Literal.Flag flag) {
      return value.equals(flag.value() ? "yes" : "no");
    }

    @Override
    public Boolean number(Literal.Number number) {
      return is(number.quantity().number().value());
    }

    @Override
    public Boolean percent(Literal.Percent percent) {
      return is(percent.number().value());
    }

    /** The number comes first, with its digits in groups, and behind it a unit or a sign. */
    private boolean is(BigDecimal number) {
      return new BigDecimal(value.replaceAll("[_,%]| .*", "")).compareTo(number) == 0;
    }

    @Override
    public Boolean quoted(Literal.Quoted quoted) {
      String text = quoted.text().value();
      return value.equals('"' + text + '"') || value.equals(text);
    }

    @Override
    public Boolean word(Literal.Word word) {
      return value.equals(word.name().text());
    }

    @Override
    public Boolean time(Literal.Time time) {
      return time.point() instanceof PointInTime.Day day && value.equals(day.date().toString());
    }
  }
}
