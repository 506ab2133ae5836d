package dev.tollgate.engine.reference;

import dev.tollgate.grammar.tree.Condition;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.PointInTime;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Judges conditions for one account and, where there is one, a call. */
final class ReferenceConditions {

  private final Clauses clauses;
  private final ReferenceAccount account;
  private final Optional<ReferenceCall> call;

  ReferenceConditions(Clauses clauses, ReferenceAccount account, Optional<ReferenceCall> call) {
    this.clauses = clauses;
    this.account = account;
    this.call = call;
  }

  boolean hold(Optional<Condition> condition) {
    return condition.isEmpty() || holds(condition.get());
  }

  private boolean holds(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.parts().stream().allMatch(this::holds);
    }
    if (condition instanceof Condition.Either either) {
      return either.parts().stream().anyMatch(this::holds);
    }
    if (condition instanceof Condition.Given given) {
      return value(given.subject()).isPresent() == given.given();
    }
    if (condition instanceof Condition.Among among) {
      Optional<Object> value = value(among.subject());
      boolean inside =
          value.isPresent()
              && among.values().stream().anyMatch(one -> compare(value.get(), one) == 0);
      return inside == among.inside();
    }
    return compares((Condition.Compare) condition);
  }

  private boolean compares(Condition.Compare condition) {
    Optional<Object> value = value(condition.subject());
    if (value.isEmpty()) {
      return condition.relation() == dev.tollgate.grammar.tree.Relation.IS_NOT;
    }
    int order = compare(value.get(), condition.value());
    return switch (condition.relation()) {
      case IS -> order == 0;
      case IS_NOT -> order != 0;
      case AT_LEAST, FROM -> order >= 0;
      case AT_MOST, THROUGH -> order <= 0;
      case ABOVE, AFTER -> order > 0;
      case BELOW, BEFORE -> order < 0;
    };
  }

  /** Below, at or above 0 as the value is below, at or above the literal. */
  private static int compare(Object value, Literal literal) {
    if (literal instanceof Literal.Flag flag) {
      return ((Boolean) value).compareTo(flag.value());
    }
    if (literal instanceof Literal.Number number) {
      return ((BigDecimal) value).compareTo(number.quantity().number().value());
    }
    if (literal instanceof Literal.Time time) {
      return ((LocalDate) value).compareTo(((PointInTime.Day) time.point()).date());
    }
    if (literal instanceof Literal.Quoted quoted) {
      return ((String) value).compareTo(quoted.text().value());
    }
    if (literal instanceof Literal.Word word) {
      return ((String) value).compareTo(word.name().text());
    }
    throw new IllegalArgumentException("random policies have no such literal: " + literal);
  }

  private Optional<Object> value(Subject subject) {
    if (subject instanceof Subject.SignedUp) {
      return Optional.of(account.signedUp());
    }
    if (subject instanceof Subject.Edition) {
      return Optional.of(account.edition());
    }
    if (subject instanceof Subject.Channel) {
      return call.map(ReferenceCall::channel);
    }
    String name = ((Subject.Named) subject).name().text();
    if (account.facts().containsKey(name)) {
      return Optional.of(account.facts().get(name));
    }
    for (ProductClause.Seat seat : clauses.inProduct(ProductClause.Seat.class)) {
      if (seat.singular().text().equals(name) || seat.plural().orElseThrow().text().equals(name)) {
        return Optional.of(
            BigDecimal.valueOf(account.seats().getOrDefault(seat.singular().text(), 0L)));
      }
    }
    Optional<Object> param = call.map(one -> one.params().get(name));
    return param.or(() -> call.map(one -> one.keys().get(name)));
  }
}
