package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is found, and remembers what was compared. For use by one thread. */
final class ChangeLog {

  private final List<Change> changes = new ArrayList<>();
  private final Shifts shifts = new Shifts();
  private final Map<String, List<String>> lines = new IdentityHashMap<>();
  private final Map<Object, String> forms = new IdentityHashMap<>();
  private Optional<Asked> asked = Optional.empty();

  /** Two products, and what was found out about their facts. */
  private record Asked(Product old, Product now, Facts facts) {}

  void add(Change change) {
    changes.add(change);
  }

  List<Change> changes() {
    return changes;
  }

  /** A clause written down; what is asked again is written once. */
  String form(Product product, Object clause) {
    return forms.computeIfAbsent(clause, unused -> CanonicalForm.of(product, clause));
  }

  /** A line of a policy's files; empty behind the last. */
  String line(Policy policy, String file, int number) {
    List<String> texts =
        lines.computeIfAbsent(policy.files().getOrDefault(file, ""), text -> text.lines().toList());
    return number > texts.size() ? "" : Policy.written(texts.get(number - 1));
  }

  /** Compares; the same question is worked out once. */
  Shifts shifts() {
    return shifts;
  }

  /** What has another meaning in what accounts of two products state. */
  Facts facts(Product old, Product now) {
    if (asked.filter(each -> each.old() == old && each.now() == now).isEmpty()) {
      asked = Optional.of(new Asked(old, now, Facts.of(old, now)));
    }
    return asked.orElseThrow().facts();
  }
}
