package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.compare.Verdict;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in words what a change does, line by line. */
final class DiffWords implements Change.Visitor<List<String>> {

  private final DiffWhom whom;

  /** For the difference of two policies. */
  DiffWords(Policy before, Policy after) {
    this.whom = new DiffWhom(before, after);
  }

  /** What it belongs to and what it is about: {@code crm.credits, allotment of professional}. */
  static String title(Change change) {
    return change.accept(new Title());
  }

  /** What several things that are said in the same words are about. */
  static String titleOfSeveral(List<Change> changes) {
    List<Change.Said> said = changes.stream().map(Change.Said.class::cast).toList();
    return said.stream().map(Change.Said::subject).collect(Collectors.joining(", "))
        + ", "
        + said.get(0).what();
  }

  /** What an amount is about, whenever it is so. */
  static String title(Amounts amounts, Set<String> names) {
    String listed = String.join(", ", new TreeSet<>(names));
    String of = listed.isEmpty() ? "" : " of " + listed;
    return amounts.subject()
        + switch (amounts.measure()) {
          case ALLOTMENT -> ", allotment" + of;
          case REFILL -> ", refill" + of;
          case INCLUDED -> ", allotment without add-ons" + of;
          case MOST -> ", most that may be held" + (listed.isEmpty() ? "" : " on " + listed);
          case COST -> ", cost" + of;
          case PRICE -> ", price";
        }
        + amounts.account().map(account -> ", account " + account).orElse("");
  }

  private record Title() implements Change.Visitor<String> {

    @Override
    public String visitCame(Change.Came came) {
      return word(came.kind()) + " " + came.name();
    }

    @Override
    public String visitWent(Change.Went went) {
      return word(went.kind()) + " " + went.name();
    }

    @Override
    public String visitSaid(Change.Said said) {
      return said.subject() + ", " + said.what();
    }

    @Override
    public String visitAmounts(Amounts amounts) {
      return title(amounts, amounts.names())
          + amounts.from().map(from -> ", from " + moment(from)).orElse("")
          + amounts.until().map(until -> ", until " + moment(until)).orElse("");
    }

    @Override
    public String visitUnclear(Change.Unclear unclear) {
      return unclear.subject()
          + ", "
          + word(unclear.measure())
          + unclear.account().map(account -> ", account " + account).orElse("");
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String moment(Instant instant) {
    String text = instant.toString();
    return text.endsWith("T00:00:00Z") ? text.substring(0, text.indexOf('T')) : text;
  }

  /** The verdict in words. */
  static String of(Verdict verdict) {
    return switch (verdict) {
      case IDENTICAL -> "identical in effect";
      case DIFFERENT -> "different, and no allotment, cost or price is better or worse";
      case NEVER_WORSE -> "never worse for any account";
      case NEVER_BETTER -> "never better for any account";
      case MIXED -> "mixed: it may be better for some and worse for others";
    };
  }

  /** The word for several of a number that a change is about. */
  String plural(Amounts amounts, Attribute number) {
    return whom.plural(amounts, number);
  }

  /** What is told of a difference, in the order of the text. */
  DiffSummary summary(PolicyDifference difference) {
    return new DiffSummary(difference, whom, new Telling(this, whom).of(difference.changes()));
  }

  /** All lines of one thing that is told. */
  static List<String> lines(Told told) {
    List<String> lines = new ArrayList<>(told.lines());
    for (Told.Story story : told.stories()) {
      story.whom().ifPresent(whose -> lines.add(whose + ":"));
      String indent = story.whom().isPresent() ? "  " : "";
      story.lines().forEach(line -> lines.add(indent + line));
    }
    if (told.isOfSome()) {
      lines.add(Stories.OTHERS + ": unchanged");
    }
    return lines;
  }

  /** The verdict on one change; its allotments, costs and prices are changes of their own. */
  static String verdict(Told told) {
    return told.verdict() == Verdict.DIFFERENT
        ? "different; allotments, costs and prices are compared apart"
        : of(told.verdict());
  }

  /** What it does, a line each. */
  List<String> lines(Change change) {
    return change.accept(this);
  }

  /** One word for how it is for accounts. */
  static String shortly(Verdict verdict) {
    return switch (verdict) {
      case IDENTICAL -> "identical";
      case DIFFERENT -> "different";
      case NEVER_WORSE -> "better";
      case NEVER_BETTER -> "worse";
      case MIXED -> "mixed";
    };
  }

  @Override
  public List<String> visitCame(Change.Came came) {
    return came.written().isEmpty()
        ? List.of("was not there before")
        : came.written().stream().map(line -> "+ " + line).toList();
  }

  @Override
  public List<String> visitWent(Change.Went went) {
    return went.written().isEmpty()
        ? List.of("is not there any more")
        : went.written().stream().map(line -> "- " + line).toList();
  }

  /** Blocks are shown as differences of texts are. */
  @Override
  public List<String> visitSaid(Change.Said said) {
    String was = said.before().orElse("nothing said");
    String is = said.after().orElse("nothing said");
    return was.contains("\n") || is.contains("\n")
        ? UnifiedDiff.ofBlocks(was, is)
        : List.of("before: " + was, "after:  " + is);
  }

  @Override
  public List<String> visitUnclear(Change.Unclear unclear) {
    return List.of("cannot be compared for all numbers: " + unclear.why());
  }

  @Override
  public List<String> visitAmounts(Amounts amounts) {
    List<String> lines = new ArrayList<>();
    for (Shift shift : amounts.shifts()) {
      Optional<String> people = whom.of(amounts, shift.box(), shift.number());
      people.ifPresent(words -> lines.add("where " + words + ":"));
      String indent = people.isPresent() ? "  " : "";
      for (String line : new AmountWords(whom, amounts, shift).lines()) {
        lines.add(indent + line);
      }
    }
    return lines;
  }
}
