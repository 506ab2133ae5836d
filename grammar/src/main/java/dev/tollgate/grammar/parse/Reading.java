package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Nearest;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Accept;
import dev.tollgate.grammar.tree.ClockUnit;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.PointInTime;
import dev.tollgate.grammar.tree.Quantity;
import dev.tollgate.grammar.tree.Stretch;
import dev.tollgate.grammar.tree.Target;
import dev.tollgate.grammar.tree.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * What all readers of one file share: how leaves become values, which clauses are sound, and what
 * has been found wrong or accepted so far.
 */
final class Reading {

  private static final Set<Integer> CONTINUING =
      Set.of(TollParser.PLUS, TollParser.STATUS, TollParser.HEADER, TollParser.BODY);
  private static final List<String> CLOCK_WORDS =
      Arrays.stream(ClockUnit.values()).map(unit -> unit.word() + "s").toList();

  /** What people shorten them to; `m` may be either of two. */
  private static final Map<String, String> SHORT_CLOCK_WORDS =
      Map.ofEntries(
          Map.entry("ms", "milliseconds"),
          Map.entry("msec", "milliseconds"),
          Map.entry("millis", "milliseconds"),
          Map.entry("s", "seconds"),
          Map.entry("sec", "seconds"),
          Map.entry("secs", "seconds"),
          Map.entry("min", "minutes"),
          Map.entry("mins", "minutes"),
          Map.entry("h", "hours"),
          Map.entry("hr", "hours"),
          Map.entry("hrs", "hours"),
          Map.entry("d", "days"));

  private final Troubles troubles;
  private final DamagedWords damaged;
  private final List<Accept> accepts = new ArrayList<>();

  Reading(Troubles troubles, DamagedWords damaged) {
    this.troubles = troubles;
    this.damaged = damaged;
  }

  List<Accept> accepts() {
    return accepts;
  }

  DamagedWords damaged() {
    return damaged;
  }

  SourceText source() {
    return troubles.source();
  }

  void report(Diagnostic diagnostic) {
    troubles.add(diagnostic);
  }

  /** A line that goes on from one that is not there; not said when that one could not be read. */
  void reportStray(Diagnostic diagnostic) {
    troubles.addUnlessBelowTrouble(diagnostic);
  }

  /**
   * The clauses of a block that were read to their end. What is accepted in the block is noted on
   * the way.
   */
  <C extends ParserRuleContext> List<C> sound(ParserRuleContext block, List<C> clauses) {
    noteAccepted(block);
    if (!damaged.any()) {
      return clauses;
    }
    List<C> sound = new ArrayList<>(clauses.size());
    boolean dropped = false;
    for (C clause : clauses) {
      // A line that goes on from a dropped one goes with it.
      dropped =
          !Soundness.of(clause) || (dropped && CONTINUING.contains(clause.getStart().getType()));
      if (dropped) {
        damaged.addAll(clause);
      } else {
        sound.add(clause);
      }
    }
    return sound;
  }

  private void noteAccepted(ParserRuleContext block) {
    // Before the `{` of a block it is the header that is meant.
    ParserRuleContext clause = block.getParent();
    for (int i = 0; i < block.getChildCount(); i++) {
      if (!(block.getChild(i) instanceof ParserRuleContext child)) {
        continue;
      }
      if (!(child instanceof TollParser.AcceptanceContext acceptance)) {
        clause = child;
      } else if (acceptance.exception == null) {
        Token last = clause == block.getParent() ? block.getStart() : clause.getStop();
        accepts.add(
            new Accept(
                name(acceptance.word()),
                text(acceptance.text()),
                span(clause.getStart(), last),
                span(acceptance)));
      }
    }
  }

  /**
   * The first so many factors of a multiplication. One with more, which would make the tree as deep
   * as it is long, is reported.
   */
  <C extends ParserRuleContext> List<C> bounded(List<C> parts) {
    if (parts.size() <= NestingCheck.DEEPEST) {
      return parts;
    }
    report(
        Diagnostic.of(
            DiagnosticCode.NESTED_TOO_DEEP,
            span(parts.get(NestingCheck.DEEPEST)),
            "a multiplication has at most " + NestingCheck.DEEPEST + " factors"));
    return parts.subList(0, NestingCheck.DEEPEST);
  }

  // Spans

  Span span(ParserRuleContext context) {
    return span(context.getStart(), context.getStop());
  }

  /** Where the author has written a token. */
  Span span(Token token) {
    if (token instanceof CaseToken cell) {
      return troubles.source().span(cell.writtenFrom(), cell.writtenTo());
    }
    return troubles.source().span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  Span span(Token first, Token last) {
    if (first instanceof CaseToken cell && cell.isOfOneCell(last)) {
      return troubles.source().span(cell.writtenFrom(), ((CaseToken) last).writtenTo());
    }
    int start = first.getStartIndex();
    return troubles.source().span(start, Math.max(start, last.getStopIndex() + 1));
  }

  /** The text of a span as the author wrote it. */
  String written(Span span) {
    return troubles.source().text().substring(span.start().offset(), span.end().offset());
  }

  // Words

  /** The name in a rule that matches exactly one word. */
  Name name(ParserRuleContext word) {
    return new Name(word.getStart().getText(), span(word.getStart()));
  }

  Optional<Name> nameIfAny(@Nullable ParserRuleContext word) {
    return Optional.ofNullable(word).map(this::name);
  }

  /** The names in a list with commas. */
  List<Name> names(List<? extends ParserRuleContext> words) {
    List<Name> names = new ArrayList<>(words.size());
    for (ParserRuleContext word : words) {
      names.add(name(word));
    }
    return names;
  }

  Text text(TollParser.TextContext text) {
    Token token = text.getStart();
    return new Text(Quotes.undone(token.getText()), span(token));
  }

  /** A text of several lines, from its first to its last. */
  Text textBlock(TollParser.TextBlockContext block) {
    Token token = block.getStart();
    return new Text(TextBlocks.inside(token.getText()), span(token));
  }

  Optional<Text> title(TollParser.@Nullable TextContext text) {
    return Optional.ofNullable(text).map(this::text);
  }

  /** The id of an account, which may be written with or without quotes. */
  Text accountId(TollParser.AccountIdContext id) {
    return id.text() == null ? new Text(id.getText(), span(id)) : text(id.text());
  }

  /** A product, or a quota of it behind a dot. */
  Target target(TollParser.TargetContext target) {
    Name whole = name(target);
    int dot = whole.text().indexOf('.');
    if (dot < 0) {
      return new Target(whole, Optional.empty(), whole.span());
    }
    int start = whole.span().start().offset();
    Name product = new Name(whole.text().substring(0, dot), source().span(start, start + dot));
    Name quota =
        new Name(
            whole.text().substring(dot + 1),
            source().span(start + dot + 1, whole.span().end().offset()));
    return new Target(product, Optional.of(quota), whole.span());
  }

  // Values

  Numeral numeral(Token number) {
    String written = number.getText();
    return new Numeral(Numbers.value(written), written, span(number));
  }

  Numeral numeral(TerminalNode number) {
    return numeral(number.getSymbol());
  }

  Optional<Numeral> numeralIfAny(@Nullable TerminalNode number) {
    return Optional.ofNullable(number).map(this::numeral);
  }

  Quantity quantity(TollParser.QuantityContext quantity) {
    Optional<Name> unit = Optional.ofNullable(quantity.word()).map(this::name);
    return new Quantity(numeral(quantity.NUMBER()), unit, span(quantity));
  }

  Numeral percent(TollParser.PercentContext percent) {
    return numeral(percent.NUMBER());
  }

  PointInTime point(TollParser.PointContext point) {
    Token token = point.getStart();
    return token.getType() == TollParser.DATE
        ? day(point)
        : new PointInTime.Moment(Times.momentOrNear(token.getText()), token.getText(), span(token));
  }

  /** The day of a date, or of a moment where the text has one in place of a date. */
  PointInTime.Day day(TollParser.PointContext point) {
    Token token = point.getStart();
    return new PointInTime.Day(Times.dateOrNear(token.getText()), span(token));
  }

  Stretch stretch(TollParser.StretchContext stretch) {
    Name unit = name(stretch.word());
    Numeral count =
        stretch.NUMBER() == null
            ? new Numeral(BigDecimal.ONE, "1", unit.span())
            : numeral(stretch.NUMBER());
    return new Stretch(count, clockUnit(unit), span(stretch));
  }

  /** The unit of time that a word names. Of another word it says so, and goes on with seconds. */
  ClockUnit clockUnit(Name word) {
    Optional<ClockUnit> unit = ClockUnit.of(word.text());
    if (unit.isEmpty()) {
      Diagnostic unknown =
          Diagnostic.of(
              DiagnosticCode.UNKNOWN_TIME_UNIT,
              word.span(),
              "`" + word.text() + "` is not a unit of time");
      report(
          Optional.ofNullable(SHORT_CLOCK_WORDS.get(word.text()))
              .map(full -> Wording.meant(unknown, full, full, List.of(full)))
              .or(
                  () ->
                      Nearest.to(word.text(), CLOCK_WORDS)
                          .map(near -> Wording.meant(unknown, word.text(), near, CLOCK_WORDS)))
              .orElse(unknown.withHint("units of time are " + String.join(", ", CLOCK_WORDS))));
    }
    return unit.orElse(ClockUnit.SECOND);
  }
}
