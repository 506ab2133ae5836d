package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Condition;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  Optional<Condition> when(TollParser.WhenContext context) {
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
  public Condition visitGiven(TollParser.GivenContext context) {
    return new Condition.Given(
        subjects.visit(context.subject()), context.NOT() == null, reading.span(context));
  }

  @Override
  public Condition visitIs(TollParser.IsContext context) {
    return new Condition.Compare(
        subjects.visit(context.subject()),
        context.NOT() == null ? Relation.IS : Relation.IS_NOT,
        literals.visit(context.literal()),
        reading.span(context));
  }

  @Override
  public Condition visitAmong(TollParser.AmongContext context) {
    List<Literal> values = new ArrayList<>();
    for (TollParser.LiteralContext literal : context.literal()) {
      values.add(literals.visit(literal));
    }
    return new Condition.Among(
        subjects.visit(context.subject()), context.NOT() == null, values, reading.span(context));
  }

  @Override
  public Condition visitRelated(TollParser.RelatedContext context) {
    return new Condition.Compare(
        subjects.visit(context.subject()),
        relation(context.relation()),
        literals.visit(context.literal()),
        reading.span(context));
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
    Span or = reading.span(context.or(0));
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
