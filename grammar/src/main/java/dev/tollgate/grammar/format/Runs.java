package dev.tollgate.grammar.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines that share their columns: clauses of one family that follow each other in one
 * block. Comments and what stands in blocks of their own may come between; a blank line may not.
 */
final class Runs {

  /** Lines of one family, by their indexes in the layout. */
  private record Run(String family, int column, List<Integer> lines, List<List<Cell>> cells) {}

  private final List<Run> runs = new ArrayList<>();
  private final Map<Place, Run> clauses = new HashMap<>();
  private final Map<Place, Run> continuations = new HashMap<>();

  void add(int index, Line line, Clause clause) {
    Place place = line.place();
    boolean goesOn = clause.indent() > 0;
    if (line.firstWord().equals("}")) {
      // It ends a block inside of this one, whose header belongs to the run.
      start(index, place, clause);
      return;
    }
    Map<Place, Run> open = goesOn ? continuations : clauses;
    if (!goesOn) {
      continuations.remove(place);
    }
    Run run = open.get(place);
    if (run == null || clause.family().isEmpty() || !run.family().equals(clause.family())) {
      run = start(index, place, clause);
      open.put(place, run);
    } else {
      run.lines().add(index);
      run.cells().add(clause.cells());
    }
  }

  /** A blank line: what comes next in the block has columns of its own. */
  void end(Place place) {
    clauses.remove(place);
    continuations.remove(place);
  }

  /** Puts the text of each line at its index. */
  void print(String[] texts) {
    for (Run run : runs) {
      List<String> aligned = Columns.aligned(run.cells());
      for (int i = 0; i < aligned.size(); i++) {
        texts[run.lines().get(i)] = " ".repeat(run.column()) + aligned.get(i);
      }
    }
  }

  private Run start(int index, Place place, Clause clause) {
    List<List<Cell>> cells = new ArrayList<>(List.of(clause.cells()));
    int column = 2 * place.depth() + clause.indent();
    Run run = new Run(clause.family(), column, new ArrayList<>(List.of(index)), cells);
    runs.add(run);
    return run;
  }
}
