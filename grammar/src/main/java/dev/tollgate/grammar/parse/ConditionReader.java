package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Condition;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.Relation;
import dev.tollgate.grammar.tree.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads conditions; an `or` outside of parentheses is understood and reported. */
final class ConditionReader extends TreeReader<Condition> {

  private final Reading reading;
  private final SubjectReader subjects;
  private final LiteralReader literals;

  ConditionReader(Reading reading) {
    this.reading = reading;
    this.subjects = new SubjectReader(reading);
    this.literals = new LiteralReader(reading);
  }

  Condition read(TollParser.ConditionContext context) {
    return visitCondition(context);
  }

  Optional<Condition> when(TollParser.@Nullable WhenContext context) {
    return Optional.ofNullable(context).map(when -> read(when.condition()));
  }

  @Override
  public Condition visitCondition(TollParser.ConditionContext context) {
    List<Condition> parts = new ArrayList<>();
    for (TollParser.ConjunctionContext conjunction : context.conjunction()) {
      parts.add(visitConjunction(conjunction));
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    if (!(context.getParent() instanceof TollParser.ParensContext)) {
      reportBareOr(context);
    }
    return new Condition.Either(parts, reading.span(context));
  }

  @Override
  public Condition visitConjunction(TollParser.ConjunctionContext context) {
    List<Condition> parts = new ArrayList<>();
    for (TollParser.ComparisonContext comparison : context.comparison()) {
      parts.add(visit(comparison));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(parts, reading.span(context));
  }

  @Override
  public Condition visitParens(TollParser.ParensContext context) {
    return read(context.condition());
  }

  @Override
  public Condition visitJudged(TollParser.JudgedContext context) {
    Subject subject = subjects.visit(context.subject());
    Span span = reading.span(context);
    if (context.judgement() instanceof TollParser.IsContext is) {
      boolean positive = is.NOT() == null;
      return is.literal() == null
          ? new Condition.Given(subject, positive, span)
          : new Condition.Compare(
              subject,
              positive ? Relation.IS : Relation.IS_NOT,
              literals.visit(is.literal()),
              span);
    }
    if (context.judgement() instanceof TollParser.AmongContext among) {
      List<Literal> values = new ArrayList<>();
      among.literal().forEach(literal -> values.add(literals.visit(literal)));
      return new Condition.Among(subject, among.NOT() == null, values, span);
    }
    if (context.judgement() instanceof TollParser.RelatedContext related) {
      return new Condition.Compare(
          subject, relation(related.relation()), literals.visit(related.literal()), span);
    }
    throw new IllegalStateException("a condition of no known kind: " + context.getText());
  }

  private Relation relation(TollParser.RelationContext context) {
    if (context.relationSign() != null && context.relationSign().EQUALS() != null) {
      Span span = reading.span(context);
      reading.report(
          Diagnostic.of(
                  DiagnosticCode.SIGN_FOR_WORD,
                  span,
                  "a condition says `is`, not `" + context.getText() + "`")
              .withFix(span, "is"));
    }
    return Relations.of(context);
  }

  private void reportBareOr(TollParser.ConditionContext context) {
    Span or = reading.span(context.or(0).getStart());
    Span whole = reading.span(context);
    Diagnostic bare =
        Diagnostic.of(
                DiagnosticCode.BARE_OR,
                or,
                "`or` stands in parentheses, so that it is plain how far it goes")
            .withHint("write `(a or b)`, or `x in (a, b)` for choices of one name");
    boolean certain = context.conjunction().stream().allMatch(part -> part.getChildCount() == 1);
    reading.report(certain ? bare.withFix(whole, "(" + reading.written(whole) + ")") : bare);
  }
}
