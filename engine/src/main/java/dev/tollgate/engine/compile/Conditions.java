package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Condition.All;
import dev.tollgate.grammar.tree.Condition.Among;
import dev.tollgate.grammar.tree.Condition.Compare;
import dev.tollgate.grammar.tree.Condition.Either;
import dev.tollgate.grammar.tree.Condition.Given;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.Relation;
import dev.tollgate.grammar.tree.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads conditions. "Not given" belongs to what is left when values are excluded (`is not`, `not
 * in`) and to no comparison; one that can never hold is a mistake.
 */
final class Conditions implements dev.tollgate.grammar.tree.Condition.Visitor<Optional<Condition>> {

  private final ProductDraft product;
  private final Subjects subjects;

  Conditions(ProductDraft product, Scene scene) {
    this.product = product;
    this.subjects = new Subjects(product, scene);
  }

  /** Which accounts a line about how much there is in a quota is for; empty when it is wrong. */
  static Optional<Condition> ofAccounts(
      QuotaDraft quota, Optional<dev.tollgate.grammar.tree.Condition> condition) {
    Optional<Condition> read = new Conditions(quota.product, Scene.ACCOUNT).read(condition);
    if (condition.isEmpty() || !quota.isShared()) {
      return read;
    }
    Diagnostic found =
        quota.sharedByAccounts(
            condition.get().span(), "what it holds cannot depend on one of them");
    quota.product.findings().add(found.withHint("leave the condition out"));
    return Optional.empty();
  }

  /** The condition; always when there is none; empty when it is wrong and reported. */
  Optional<Condition> read(Optional<dev.tollgate.grammar.tree.Condition> condition) {
    if (condition.isEmpty()) {
      return Optional.of(Condition.ALWAYS);
    }
    return condition.get().accept(this).filter(read -> canHold(read, condition.get()));
  }

  private boolean canHold(Condition condition, dev.tollgate.grammar.tree.Condition tree) {
    Span span = tree.span();
    try {
      if (!Region.of(condition).isEmpty()) {
        return true;
      }
      if (tree instanceof All all && condition instanceof Condition.All read) {
        for (int i = 0; i < read.parts().size(); i++) {
          // One part that never holds by itself is the smallest that mends it.
          span = Region.of(read.parts().get(i)).isEmpty() ? all.parts().get(i).span() : span;
        }
      }
      product
          .findings()
          .add(
              DiagnosticCode.NEVER_HOLDS,
              span,
              "`%s` can never hold".formatted(product.sources().words(span)));
    } catch (Region.TooManyBoxes tooMany) {
      product
          .findings()
          .add(
              DiagnosticCode.CONDITION_TOO_LARGE,
              span,
              "the condition comes to more than %s cases"
                  .formatted(Wording.number(Region.MOST_BOXES)));
    }
    return false;
  }

  @Override
  public Optional<Condition> all(All all) {
    return parts(all.parts()).map(Condition.All::new);
  }

  @Override
  public Optional<Condition> either(Either either) {
    return parts(either.parts()).map(Condition.Any::new);
  }

  /** All of the parts, or none when one of them is wrong; every part is read. */
  private Optional<List<Condition>> parts(List<dev.tollgate.grammar.tree.Condition> parts) {
    List<Condition> read = new ArrayList<>();
    parts.forEach(part -> part.accept(this).ifPresent(read::add));
    return read.size() == parts.size() ? Optional.of(read) : Optional.empty();
  }

  @Override
  public Optional<Condition> compare(Compare compare) {
    return test(
        compare.span(),
        subjects.resolve(compare.subject()),
        asked -> {
          if (!fits(compare, asked)) {
            return Optional.empty();
          }
          return asked
              .read()
              .apply(compare.value())
              .map(value -> values(compare.relation(), value, asked));
        });
  }

  @Override
  public Optional<Condition> given(Given given) {
    return test(
        given.span(),
        subjects.resolve(given.subject()),
        asked -> {
          if (asked.mayBeAbsent()) {
            return Optional.of(given.given() ? asked.domain() : asked.absent());
          }
          product
              .findings()
              .add(
                  DiagnosticCode.TYPES_DIFFER,
                  given.span(),
                  "`%s` always has a value: only what a call states is given or not"
                      .formatted(words(given.subject())));
          return Optional.empty();
        });
  }

  @Override
  public Optional<Condition> among(Among among) {
    return test(
        among.span(),
        subjects.resolve(among.subject()),
        asked -> {
          List<ValueSet> listed = new ArrayList<>();
          for (Literal literal : among.values()) {
            asked.read().apply(literal).map(Conditions::only).ifPresent(listed::add);
          }
          if (listed.size() < among.values().size()) {
            return Optional.empty();
          }
          ValueSet values = listed.stream().reduce(ValueSet::union).orElseThrow();
          return Optional.of(among.inside() ? values : asked.everything().minus(values));
        });
  }

  private Optional<Condition> test(
      Span span, Optional<Asked> subject, Function<Asked, Optional<ValueSet>> values) {
    return subject.flatMap(
        asked ->
            values
                .apply(asked)
                .map(
                    set ->
                        new Condition.Test(
                            asked.attribute(),
                            set.intersect(asked.everything()),
                            product.sources().words(span),
                            Optional.of(product.sources().place(span)))));
  }

  /** Words have no order, and only dates lie before or after each other. */
  private boolean fits(Compare compare, Asked asked) {
    Relation relation = compare.relation();
    boolean order = relation != Relation.IS && relation != Relation.IS_NOT;
    boolean time =
        relation == Relation.FROM
            || relation == Relation.THROUGH
            || relation == Relation.BEFORE
            || relation == Relation.AFTER;
    boolean date = asked.type() instanceof dev.tollgate.engine.policy.ValueType.Date;
    if (!order || (asked.attribute().number() && (date || !time))) {
      return true;
    }
    String what = Types.describe(asked.type());
    String rule = time ? "only dates lie before or after each other" : "only numbers have an order";
    product
        .findings()
        .add(
            DiagnosticCode.NO_ORDER,
            compare.span(),
            "`%s` is %s, and %s".formatted(words(compare.subject()), what, rule));
    return false;
  }

  private String words(Subject subject) {
    return product.sources().words(subject.span());
  }

  private static ValueSet values(Relation relation, Value value, Asked asked) {
    if (relation == Relation.IS) {
      return only(value);
    } else if (relation == Relation.IS_NOT) {
      return asked.everything().minus(only(value));
    }
    long number = ((Value.Number) value).steps();
    return switch (relation) {
      case AT_LEAST, FROM -> ValueSet.between(number, Long.MAX_VALUE);
      case ABOVE, AFTER -> ValueSet.between(number, Long.MAX_VALUE).minus(only(value));
      case AT_MOST, THROUGH -> ValueSet.between(Long.MIN_VALUE, number);
      case BELOW, BEFORE -> ValueSet.between(Long.MIN_VALUE, number).minus(only(value));
      case IS, IS_NOT -> throw new IllegalStateException("no order: " + relation);
    };
  }

  private static ValueSet only(Value value) {
    return value instanceof Value.Number number
        ? ValueSet.number(number.steps())
        : ValueSet.words(List.of(value.toString()));
  }
}
