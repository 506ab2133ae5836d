package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of one kind, such as the editions of a product, in the order of the text.
 *
 * @param <T> what a name stands for
 */
final class Names<T> {

  /**
   * A declaration.
   *
   * @param value empty when the declaration is wrong and reported; uses of it are not
   */
  record Entry<T>(Name name, Optional<T> value) {}

  private final DiagnosticCode unknown;
  private final String noun;
  private final Findings findings;
  private final Unknowns unknowns;
  private final Map<String, Entry<T>> entries = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private boolean twice;

  /**
   * An empty table.
   *
   * @param unknown the fault of using a name that is not in it
   * @param noun what such a name is not, with its article: `an edition of crm`
   */
  Names(DiagnosticCode unknown, String noun, Findings findings, Unknowns unknowns) {
    this.unknown = unknown;
    this.noun = noun;
    this.findings = findings;
    this.unknowns = unknowns;
  }

  /** Enters a name. A second declaration of it is reported and left out. */
  void declare(Name name, T value) {
    enter(new Entry<>(name, Optional.of(value)));
  }

  /** Enters a name whose declaration is wrong in itself. */
  void declareBroken(Name name) {
    enter(new Entry<>(name, Optional.empty()));
  }

  private void enter(Entry<T> entry) {
    Name name = entry.name();
    Entry<T> first = entries.putIfAbsent(name.text(), entry);
    if (first != null) {
      findings.add(declaredTwice(name.text(), name.span(), first.name().span()));
      twice = true;
    }
  }

  static Diagnostic declaredTwice(String name, Span second, Span first) {
    return Diagnostic.of(
            DiagnosticCode.DECLARED_TWICE, second, "`%s` is declared twice".formatted(name))
        .withRelated(first, "first declared here");
  }

  /** What a name stands for; empty, and the use is noted, when nobody declared it. */
  Optional<T> find(Name use) {
    Entry<T> entry = entries.get(use.text());
    if (entry == null) {
      // One of two declarations of a name was to be of another, and that may be this one.
      if (!twice || nearest(use).isPresent()) {
        unknowns.use(unknown, noun, use, known());
      }
      return Optional.empty();
    }
    used.add(use.text());
    return entry.value();
  }

  private Optional<String> nearest(Name use) {
    return NearestName.of(use.text(), entries.keySet());
  }

  /** The declaration of a name, if there is one; says nothing, and does not count as a use. */
  Optional<Entry<T>> look(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  void markUsed(String name) {
    used.add(name);
  }

  boolean isUsed(String name) {
    return used.contains(name);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** What all names stand for; a thing of two names comes twice. */
  List<T> values() {
    return entries.values().stream().flatMap(entry -> entry.value().stream()).toList();
  }

  List<Entry<T>> entries() {
    return List.copyOf(entries.values());
  }

  List<Known> known() {
    List<Known> known = new ArrayList<>();
    for (Entry<T> entry : entries.values()) {
      Optional<Span> place = Optional.of(entry.name().span());
      Object thing = entry.value().map(Object.class::cast).orElse(entry.name().text());
      known.add(new Known(entry.name().text(), place, thing));
    }
    return known;
  }
}
