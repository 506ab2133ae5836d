package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.compare.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells what is the same for several editions, calls, stretches of time and conditions once. */
final class Telling {

  private final DiffWords words;
  private final DiffWhom whom;

  Telling(DiffWords words, DiffWhom whom) {
    this.words = words;
    this.whom = whom;
  }

  List<Told> of(List<Change> changes) {
    Map<Object, List<Change>> alike = new LinkedHashMap<>();
    changes.forEach(
        change -> alike.computeIfAbsent(key(change), unused -> new ArrayList<>()).add(change));
    List<Told> told = new ArrayList<>();
    List<Told> everybody = new ArrayList<>();
    for (List<Change> group : alike.values()) {
      if (group.get(0) instanceof Amounts) {
        amounts(group.stream().map(Amounts.class::cast).toList()).stream()
            .filter(each -> everybody.stream().noneMatch(other -> isSaidOfAll(other, each)))
            .forEach(
                each -> {
                  told.add(each);
                  if (((Amounts) each.change()).account().isEmpty()) {
                    everybody.add(each);
                  }
                });
      } else {
        String title =
            group.size() == 1 ? DiffWords.title(group.get(0)) : DiffWords.titleOfSeveral(group);
        told.add(
            new Told(
                title,
                Set.of(),
                group.get(0),
                verdict(group),
                words.lines(group.get(0)),
                List.of(),
                false));
      }
    }
    return told;
  }

  private static Verdict verdict(List<? extends Change> changes) {
    return changes.stream().map(Change::verdict).reduce(Verdict.IDENTICAL, Verdict::and);
  }

  /** Whether one account with a contract fares as everybody does. */
  private static boolean isSaidOfAll(Told all, Told account) {
    return all.change() instanceof Amounts everybody
        && account.change() instanceof Amounts its
        && its.account().isPresent()
        && its.subject().equals(everybody.subject())
        && its.measure() == everybody.measure()
        && all.names().containsAll(account.names())
        && all.stories().size() == 1
        && all.stories().get(0).whom().isEmpty()
        && account.stories().stream()
            .allMatch(story -> story.lines().equals(all.stories().get(0).lines()));
  }

  /** What of one kind of amount is told together. */
  private static Object key(Change change) {
    if (change instanceof Amounts amounts) {
      return List.of(amounts.subject(), amounts.measure(), amounts.account());
    } else if (change instanceof Change.Said said) {
      return List.of(said.what(), said.before(), said.after(), said.verdict());
    }
    return change;
  }

  private List<Told> amounts(List<Amounts> changes) {
    Map<String, Stories.Found> byName = new LinkedHashMap<>();
    for (Amounts change : changes) {
      for (Shift shift : change.shifts()) {
        List<String> lines = new AmountWords(whom, change, shift).lines();
        for (String name : change.names()) {
          byName.computeIfAbsent(name, unused -> new Stories.Found()).add(change, shift, lines);
        }
      }
    }
    Map<Map<List<String>, List<Box>>, TreeSet<String>> alike = new LinkedHashMap<>();
    byName.forEach(
        (name, its) -> alike.computeIfAbsent(its.boxes(), unused -> new TreeSet<>()).add(name));
    List<Told> told = new ArrayList<>();
    alike.forEach(
        (unused, names) -> {
          Stories.Found its = byName.get(names.first());
          List<Amounts> about = List.copyOf(its.changes());
          Stories stories = new Stories(whom, its);
          told.add(
              new Told(
                  DiffWords.title(about.get(0), names) + ", in " + whom.unit(about.get(0)),
                  names,
                  about.get(0),
                  its.verdict(),
                  List.of(),
                  stories.all(),
                  stories.isOfSome()));
        });
    return told;
  }
}
