package dev.tollgate.grammar.golden;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.SourceTree;
import dev.tollgate.grammar.tree.Text;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Prints any record of the tree, with or without the places it was read from. */
public final class TreePrinter {

  private final boolean places;
  private final StringBuilder out = new StringBuilder();

  private TreePrinter(boolean places) {
    this.places = places;
  }

  /** The whole tree with line and column of each record. */
  public static String withPlaces(SourceTree tree) {
    return print(tree, true);
  }

  /** What the text says, wherever it says it. */
  public static String withoutPlaces(SourceTree tree) {
    return print(tree, false);
  }

  private static String print(SourceTree tree, boolean places) {
    TreePrinter printer = new TreePrinter(places);
    for (Object part : List.of(tree.declarations(), tree.accepts())) {
      for (Object item : (List<?>) part) {
        printer.value("", item, 0);
      }
    }
    tree.damaged().stream().sorted().forEach(word -> printer.line("damaged " + word, 0));
    return printer.out.toString();
  }

  private void value(String label, Object value, int depth) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> value(label, present, depth));
    } else if (value instanceof Collection<?> list) {
      list.forEach(item -> value(label, item, depth));
    } else if (value instanceof Name name) {
      line(label + "`" + name.text() + "`" + place(name.span()), depth);
    } else if (value instanceof Text text) {
      line(label + "\"" + text.value().replace("\n", "⏎") + "\"" + place(text.span()), depth);
    } else if (value instanceof Numeral numeral) {
      String written = places ? " written " + numeral.written() : "";
      line(label + numeral.value().toPlainString() + written + place(numeral.span()), depth);
    } else if (value instanceof Record node) {
      node(label, node, depth);
    } else {
      line(label + value, depth);
    }
  }

  private void node(String label, Record node, int depth) {
    StringBuilder head = new StringBuilder(label).append(title(node.getClass()));
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      if (component.getType() == Span.class && component.getName().equals("span")) {
        head.append(place((Span) read(component, node)));
      }
    }
    line(head.toString(), depth);
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      Class<?> type = component.getType();
      boolean written = component.getName().equals("written");
      if (type != Span.class && type != SourceText.class && (places || !written)) {
        value(component.getName() + " ", read(component, node), depth + 1);
      }
    }
  }

  private static String title(Class<?> type) {
    Class<?> family = type.getEnclosingClass();
    return family == null
        ? type.getSimpleName()
        : family.getSimpleName() + "." + type.getSimpleName();
  }

  private String place(Span span) {
    return places ? " @" + span.line() + ":" + span.column() : "";
  }

  private void line(String text, int depth) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private static Object read(RecordComponent component, Record node) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
