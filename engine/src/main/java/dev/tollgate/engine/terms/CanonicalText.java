package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.ValueSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names conditions by what they mean. The rule engine evaluates expressions of one name only once,
 * whatever they do, so that different conditions must never share a name; and it loses rules when
 * equal conditions go by different names. The author's wording and the rule's name are therefore no
 * part of it.
 */
final class CanonicalText {

  private CanonicalText() {}

  static String of(Condition condition) {
    if (condition instanceof Condition.Test test) {
      return of(test.attribute()) + " in " + of(test.values());
    }
    if (condition instanceof Condition.All all) {
      return joined("all", all.parts());
    }
    if (condition instanceof Condition.Any any) {
      return joined("any", any.parts());
    }
    throw new IllegalArgumentException("unknown form of condition: " + condition);
  }

  private static String joined(String how, List<Condition> parts) {
    return parts.stream()
        .map(CanonicalText::of)
        .sorted()
        .distinct()
        .collect(Collectors.joining(", ", how + "(", ")"));
  }

  private static String of(Attribute attribute) {
    String type = attribute.number() ? "number" : "word";
    return type + " " + attribute.kind() + " " + quoted(attribute.name());
  }

  private static String of(ValueSet values) {
    if (values instanceof ValueSet.Numbers numbers) {
      return numbers.intervals().stream()
          .map(interval -> interval.least() + ".." + interval.most())
          .collect(Collectors.joining(", ", "[", "]" + absent(values)));
    }
    if (values instanceof ValueSet.Words words) {
      return words.words().stream()
          .map(CanonicalText::quoted)
          .collect(
              Collectors.joining(", ", words.allBut() ? "all but {" : "{", "}" + absent(values)));
    }
    throw new IllegalArgumentException("unknown form of values: " + values);
  }

  private static String absent(ValueSet values) {
    return values.containsAbsent() ? " or absent" : "";
  }

  static String of(Stretch stretch) {
    return "during [" + bound(stretch.from()) + ", " + bound(stretch.until()) + ")";
  }

  /** A day and the moment at which it begins in some zone are different bounds. */
  private static String bound(java.util.Optional<Stretch.Bound> bound) {
    return bound.map(given -> given.getClass().getSimpleName() + " " + given).orElse("open");
  }

  /** Marks where a word ends, whatever it contains. */
  static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
