package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.compare.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody in a hurry needs to know of a difference. */
record DiffSummary(PolicyDifference difference, DiffWhom whom, List<Told> told) {

  private static final int MOST_ROWS = 20;
  private static final int MOST_STORIES = 4;

  DiffSummary {
    told = List.copyOf(told);
  }

  /** For whom it is worse or better, as one example each, and for whom nothing changes at all. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    example(false).ifPresent(words -> sentences.add("Worse, for example: " + words));
    example(true).ifPresent(words -> sentences.add("Better, for example: " + words));
    if (difference.verdict() != Verdict.IDENTICAL) {
      new Untouched(difference, whom).words().ifPresent(sentences::add);
    }
    if (difference.verdict() != Verdict.DIFFERENT) {
      String others =
          told.stream()
              .filter(each -> each.verdict() == Verdict.DIFFERENT)
              .map(Told::title)
              .collect(Collectors.joining("; "));
      if (!others.isEmpty()) {
        sentences.add("Said otherwise, and no better or worse by itself: " + others);
      }
    }
    return sentences;
  }

  /** The plainest for whom it is better or worse. */
  private Optional<String> example(boolean better) {
    return told.stream()
        .flatMap(each -> each.stories().stream().flatMap(story -> example(each, story, better)))
        .min(
            Comparator.comparing(Example::account)
                .thenComparing(Example::special)
                .thenComparing(Example::size))
        .map(Example::words);
  }

  /**
   * Somebody.
   *
   * @param account whether it is one account with a contract
   * @param special whether others fare otherwise
   * @param size the sum of its numbers
   */
  private record Example(boolean account, boolean special, double size, String words) {}

  /** Where an example of all others is. */
  private Optional<String> whereOf(Told.Story story) {
    return whom.of(story.amounts(), story.shift().box(), story.shift().number())
        .map(words -> "where " + words);
  }

  private Stream<Example> example(Told told, Told.Story story, boolean better) {
    boolean rises = story.amounts().measure().moreIsBetter() == better;
    Optional<String> others = story.whom().filter(words -> words.startsWith(Stories.OTHERS));
    Optional<String> whose = others.isPresent() ? Optional.empty() : story.whom();
    return (rises ? story.shift().rise() : story.shift().fall())
        .filter(Shift.Extent::isKnown).stream()
            .map(
                extent ->
                    new Example(
                        story.amounts().account().isPresent(),
                        whose.isPresent(),
                        extent.first().values().stream().mapToDouble(Long::doubleValue).sum(),
                        told.title()
                            + whose.or(() -> whereOf(story)).map(words -> ", " + words).orElse("")
                            + "; "
                            + story.words().example(extent.first())));
  }

  /** What changes most: what, for whom, how much at most, and the verdict; each row is of one. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Told each : told) {
      boolean counts =
          each.verdict() != Verdict.DIFFERENT || difference.verdict() == Verdict.DIFFERENT;
      if (rows.size() < MOST_ROWS && counts) {
        rows(each, rows);
      }
    }
    return rows;
  }

  private static void rows(Told told, List<Row> rows) {
    if (told.stories().isEmpty()) {
      rows.add(
          new Row(
              told, List.of(told.title(), "", effect(told), DiffWords.shortly(told.verdict()))));
    }
    told.stories().stream().limit(MOST_STORIES).forEach(story -> rows.add(row(told, story)));
    int more = told.stories().size() - MOST_STORIES;
    if (more > 0) {
      rows.add(new Row(told, List.of(told.title(), "and " + more + " more, below", "", "")));
    }
  }

  /**
   * A row of the table.
   *
   * @param cells what changes, for whom, how, and in one word the verdict
   */
  record Row(Told told, List<String> cells) {
    static final List<String> HEAD = List.of("what", "for whom", "at most", "verdict");

    Row {
      cells = List.copyOf(cells);
    }
  }

  private static String effect(Told told) {
    if (told.change() instanceof Change.Came) {
      return "is new";
    } else if (told.change() instanceof Change.Went) {
      return "is gone";
    } else if (told.change() instanceof Change.Said said && told.lines().size() == 2) {
      return said.before().orElse("nothing said") + " → " + said.after().orElse("nothing said");
    }
    return told.change() instanceof Change.Unclear ? told.lines().get(0) : "is said otherwise";
  }

  private static Row row(Told told, Told.Story story) {
    String range = story.words().range();
    String whom =
        story
            .whom()
            .map(words -> words.replaceFirst("^for ", ""))
            .orElse(range.isEmpty() ? "all" : "");
    String effect =
        List.of(story.words().most(true), story.words().most(false)).stream()
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("; "));
    Verdict verdict = story.shift().verdict(story.amounts().measure().moreIsBetter());
    return new Row(
        told,
        List.of(
            told.title(),
            whom + (whom.isEmpty() || range.isEmpty() ? "" : ": ") + range,
            effect,
            DiffWords.shortly(verdict)));
  }

  /** That the table does not show all. */
  Optional<String> more(List<Row> rows) {
    Told last = rows.get(rows.size() - 1).told();
    boolean all =
        told.subList(told.lastIndexOf(last) + 1, told.size()).stream()
            .allMatch(each -> each.verdict() == Verdict.DIFFERENT);
    return all ? Optional.empty() : Optional.of("There is more below.");
  }
}
