package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * Compares what trees say, wherever and however it is written.
 *
 * <p>It looks at the components of the records rather than being a visitor of each family: what it
 * compares must not depend on whether somebody remembered a new component here.
 */
final class TreeComparison {

  private TreeComparison() {}

  /** Whether two values of a tree differ in nothing but places and spellings of numbers. */
  static boolean same(Object a, Object b) {
    if (a instanceof Numeral one && b instanceof Numeral another) {
      return one.value().equals(another.value());
    }
    if (a instanceof Record && a.getClass() == b.getClass()) {
      return sameComponents(a, b);
    }
    if (a instanceof List<?> one && b instanceof List<?> another) {
      return sameItems(one, another);
    }
    if (a instanceof Optional<?> one && b instanceof Optional<?> another) {
      return sameItems(one.stream().toList(), another.stream().toList());
    }
    return a.equals(b);
  }

  private static boolean sameComponents(Object a, Object b) {
    for (RecordComponent component : a.getClass().getRecordComponents()) {
      boolean isPlace =
          component.getType() == Span.class || component.getType() == SourceText.class;
      if (!isPlace && !same(read(component, a), read(component, b))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameItems(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Object read(RecordComponent component, Object node) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(component.toString(), impossible);
    }
  }
}
