package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Json;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happens to calls that have no room, before and after. */
record BeyondChanges(QuotaChanges.Pair before, QuotaChanges.Pair after, ChangeLog log) {

  void add() {
    if (form(before).equals(form(after)) && !hangsOnWhatIsAssumed()) {
      return;
    }
    TermDates dates = new TermDates();
    for (QuotaChanges.Pair side : List.of(before, after)) {
      side.quota().beyond().forEach(line -> dates.add(line.during(), side.product()));
    }
    Box accounts =
        Domain.ofAccounts(before.product()).intersect(Domain.ofAccounts(after.product()));
    log.add(
        new Change.Said(
            before.quota().id(),
            "beyond",
            Optional.of(words(before)),
            Optional.of(words(after)),
            verdict(dates.moments(), accounts)));
  }

  private static String form(QuotaChanges.Pair side) {
    return CanonicalForm.of(side.product(), side.quota().beyond());
  }

  /** Whether it asks for a fact of which another value is assumed than before. */
  private boolean hangsOnWhatIsAssumed() {
    List<Attribute> asked = new ArrayList<>();
    before
        .quota()
        .beyond()
        .forEach(line -> line.when().forEachTest(test -> asked.add(test.attribute())));
    return asked.stream()
        .filter(attribute -> attribute.kind() == Attribute.Kind.FACT)
        .anyMatch(fact -> !assumed(before, fact).equals(assumed(after, fact)));
  }

  private static Optional<Value> assumed(QuotaChanges.Pair side, Attribute fact) {
    return side.product().fact(fact.name()).flatMap(Product.Fact::unlessStated);
  }

  /** Whether less or more is let through; what a denial says is neither. */
  private Verdict verdict(List<Instant> moments, Box accounts) {
    try {
      List<Shift> shifts = new ArrayList<>();
      for (Instant at : moments) {
        shifts.addAll(
            log.facts(before.product(), after.product())
                .shifts(
                    accounts,
                    box -> letThrough(before, at, box),
                    box -> letThrough(after, at, box),
                    log.shifts()));
      }
      return shifts.stream()
          .map(shift -> shift.verdict(true))
          .reduce(Verdict.DIFFERENT, Verdict::and);
    } catch (TooFine | Inexact unclear) {
      return Verdict.MIXED;
    }
  }

  /** How much beyond the limit, in percent of it. */
  private static List<Cases.Case<Formula>> letThrough(QuotaChanges.Pair side, Instant at, Box box) {
    return Cases.of(
        box,
        judge ->
            side.quota().beyond().stream()
                .filter(line -> line.during().contains(at, side.product().zone()))
                .filter(line -> judge.holds(line.when()))
                .findFirst()
                .map(BeyondChanges::letThrough)
                .orElse(Formula.ZERO));
  }

  private static Formula letThrough(Beyond line) {
    if (line instanceof Beyond.AllowUpTo some) {
      return Formula.constant(Rational.of(some.percent()));
    }
    return line instanceof Beyond.AllowAndReport ? Formula.NO_LIMIT : Formula.ZERO;
  }

  private static String words(QuotaChanges.Pair side) {
    return side.quota().beyond().stream()
        .map(line -> words(line, side))
        .collect(Collectors.joining("; "));
  }

  private static String words(Beyond line, QuotaChanges.Pair side) {
    if (line instanceof Beyond.Deny deny) {
      return "deny " + words(deny.denial()) + when(line);
    } else if (line instanceof Beyond.AllowUpTo some) {
      return "allow up to %s%% more, then deny %s%s"
          .formatted(
              some.percent().stripTrailingZeros().toPlainString(), words(some.then()), when(line));
    }
    return side.policy().line(line.place());
  }

  private static String when(Beyond line) {
    String during =
        line.during().from().map(from -> " from " + from).orElse("")
            + line.during().until().map(until -> " until " + until).orElse("");
    return line.when().isAlways() ? during : during + " when " + QuotaChanges.words(line.when());
  }

  private static String words(Beyond.Denial denial) {
    String headers =
        denial.headers().stream()
            .map(header -> ", header " + header.name() + ": " + header.value())
            .collect(Collectors.joining());
    return "%s \"%s\", status %d%s%s"
        .formatted(
            denial.code(),
            denial.message(),
            denial.status(),
            headers,
            denial.body().map(body -> ", body " + json(body)).orElse(""));
  }

  private static String json(Json body) {
    if (body instanceof Json.Object object) {
      return object.members().stream()
          .map(member -> "\"" + member.name() + "\": " + json(member.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (body instanceof Json.Array array) {
      return array.items().stream()
          .map(BeyondChanges::json)
          .collect(Collectors.joining(", ", "[", "]"));
    } else if (body instanceof Json.Text text) {
      return "\"" + text.text() + "\"";
    } else if (body instanceof Json.Number number) {
      return number.number().toPlainString();
    } else if (body instanceof Json.Literal literal) {
      return String.valueOf(literal.value());
    } else if (body instanceof Json.Hole hole) {
      return hole.of().name().toLowerCase(Locale.ROOT);
    } else if (body instanceof Json.Null) {
      return "null";
    }
    throw new IllegalStateException("no such JSON: " + body);
  }
}
