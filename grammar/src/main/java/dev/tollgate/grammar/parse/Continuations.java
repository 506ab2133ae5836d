package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Amount;
import dev.tollgate.grammar.tree.Cap;
import dev.tollgate.grammar.tree.Condition;
import dev.tollgate.grammar.tree.ContractClause;
import dev.tollgate.grammar.tree.QuotaClause;
import dev.tollgate.grammar.tree.RuleClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Adds `plus` lines to the line they go on from. */
final class Continuations {

  private final Reading reading;
  private final AmountReader amounts;
  private final ConditionReader conditions;

  Continuations(Reading reading) {
    this.reading = reading;
    this.amounts = new AmountReader(reading);
    this.conditions = new ConditionReader(reading);
  }

  /** Replaces the last of the clauses by itself with more to it. */
  void addToQuota(List<QuotaClause> clauses, TollParser.PlusContext plus) {
    if (last(clauses) instanceof QuotaClause.Allot allot) {
      Span span = allot.span().to(reading.span(plus));
      replaceLast(
          clauses,
          new QuotaClause.Allot(
              allot.editions(),
              joined(allot.amount(), plus),
              cap(allot.cap(), plus),
              when(allot.when(), plus),
              span));
    } else {
      stray(plus, "an `allot` line");
    }
  }

  void addToContract(List<ContractClause> clauses, TollParser.PlusContext plus) {
    if (last(clauses) instanceof ContractClause.Allot allot) {
      Span span = allot.span().to(reading.span(plus));
      replaceLast(
          clauses,
          new ContractClause.Allot(
              allot.quota(), joined(allot.amount(), plus), cap(allot.cap(), plus), span));
      refuseWhen(plus);
    } else {
      stray(plus, "an `allot` line");
    }
  }

  void addToRule(List<RuleClause> clauses, TollParser.PlusContext plus) {
    Object last = last(clauses);
    if (last instanceof RuleClause.Add add) {
      Span span = add.span().to(reading.span(plus));
      replaceLast(clauses, new RuleClause.Add(joined(add.amount(), plus), span));
      refuseWhen(plus);
      refuse(plus.cap() == null, plus, "`add` has no cap");
    } else if (last instanceof RuleClause.Put put) {
      Span span = put.span().to(reading.span(plus));
      replaceLast(
          clauses, new RuleClause.Put(joined(put.amount(), plus), cap(put.cap(), plus), span));
      refuseWhen(plus);
    } else {
      stray(plus, "an `add` or a `set` line");
    }
  }

  private static Object last(List<?> clauses) {
    return clauses.isEmpty() ? "nothing" : clauses.get(clauses.size() - 1);
  }

  private static <C> void replaceLast(List<C> clauses, C clause) {
    clauses.set(clauses.size() - 1, clause);
  }

  private Amount joined(Amount first, TollParser.PlusContext plus) {
    Amount more = amounts.read(plus.amount());
    Span span = first.span().to(more.span());
    if (more instanceof Amount.AtLeast bound) {
      if (first instanceof Amount.AtLeast above) {
        reportTwice(bound.least().span(), above.least().span(), "a least amount");
        return first;
      }
      return new Amount.AtLeast(sum(first, bound.amount(), span), bound.least(), span);
    }
    return sum(first, more, span);
  }

  private static Amount sum(Amount first, Amount more, Span span) {
    List<Amount> terms = new ArrayList<>(terms(first));
    terms.addAll(terms(more));
    return new Amount.Sum(terms, span);
  }

  private static List<Amount> terms(Amount amount) {
    return amount instanceof Amount.Sum sum ? sum.terms() : List.of(amount);
  }

  private Optional<Cap> cap(Optional<Cap> above, TollParser.PlusContext plus) {
    return once(above, amounts.cap(plus.cap()), Cap::span, "a cap");
  }

  private Optional<Condition> when(Optional<Condition> above, TollParser.PlusContext plus) {
    return once(above, conditions.when(plus.when()), Condition::span, "a condition");
  }

  private <T> Optional<T> once(
      Optional<T> above, Optional<T> here, Function<T, Span> place, String what) {
    if (above.isPresent() && here.isPresent()) {
      reportTwice(place.apply(here.get()), place.apply(above.get()), what);
    }
    return above.isPresent() ? above : here;
  }

  private void reportTwice(Span second, Span first, String what) {
    reading.report(
        Diagnostic.of(DiagnosticCode.SAID_TWICE, second, "this line has " + what + " already")
            .withRelated(first, "the first one"));
  }

  private void refuseWhen(TollParser.PlusContext plus) {
    refuse(plus.when() == null, plus, "a `plus` line here has no condition of its own");
  }

  private void refuse(boolean fine, TollParser.PlusContext plus, String message) {
    if (!fine) {
      Span word = reading.span(plus.when() == null ? plus.cap() : plus.when());
      reading.report(Diagnostic.of(DiagnosticCode.UNEXPECTED_TEXT, word, message));
    }
  }

  private void stray(TollParser.PlusContext plus, String head) {
    reading.reportStray(
        Diagnostic.of(
            DiagnosticCode.STRAY_CONTINUATION,
            reading.span(plus.getStart()),
            "`plus` goes on from " + head + ", and none stands above it"));
  }
}
