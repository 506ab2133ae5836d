package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.CallSet;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.CallChoice;
import dev.tollgate.grammar.tree.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves names, groups and patterns of calls. Each choice is resolved, and reported, once. */
final class CallChoices implements CallChoice.Visitor<ChosenCalls> {

  private final ProductDraft product;
  private final Map<CallChoice, ChosenCalls> resolved = new IdentityHashMap<>();

  CallChoices(ProductDraft product) {
    this.product = product;
  }

  ChosenCalls resolve(CallChoice choice) {
    return resolved.computeIfAbsent(choice, unresolved -> unresolved.accept(this));
  }

  @Override
  public ChosenCalls every(CallChoice.Every every) {
    return new ChosenCalls(all(), List.of(), true, every.span());
  }

  /** Of the lines of a table the first decides, so these are all that are left. */
  @Override
  public ChosenCalls everyOther(CallChoice.EveryOther everyOther) {
    return new ChosenCalls(all(), List.of(), true, everyOther.span());
  }

  @Override
  public ChosenCalls named(CallChoice.Named named) {
    List<ChosenCalls.Part> parts = new ArrayList<>();
    Set<String> calls = new LinkedHashSet<>();
    boolean complete = true;
    for (Name name : named.names()) {
      Optional<ChosenCalls.Part> part = part(name);
      part.ifPresent(parts::add);
      part.ifPresent(found -> calls.addAll(found.calls()));
      complete &= part.isPresent();
    }
    return new ChosenCalls(new CallSet(calls, false), parts, complete, named.span());
  }

  /** All calls, those that nobody declared included where the product is open. */
  CallSet all() {
    Set<String> names = new LinkedHashSet<>();
    product.calls.entries().forEach(entry -> names.add(entry.name().text()));
    return new CallSet(names, product.isOpen());
  }

  /** The calls that these words stand for; those of unknown words are left out. */
  Set<String> members(List<Name> names) {
    Set<String> calls = new LinkedHashSet<>();
    names.forEach(name -> part(name).ifPresent(found -> calls.addAll(found.calls())));
    return calls;
  }

  /** The calls without those of the words behind `except`, each of which leaves some out. */
  Set<String> without(Set<String> calls, List<Name> except) {
    Set<String> rest = new LinkedHashSet<>(calls);
    for (Name name : except) {
      Set<String> out = members(List.of(name));
      if (!out.isEmpty() && !calls.isEmpty() && Collections.disjoint(calls, out)) {
        product
            .findings()
            .add(
                DiagnosticCode.PATTERN_MATCHES_NOTHING,
                name.span(),
                "`%s` is none of the calls that it is taken out of".formatted(name.text()));
      }
      rest.removeAll(out);
    }
    return rest;
  }

  private Optional<ChosenCalls.Part> part(Name name) {
    if (name.isPattern()) {
      return matching(name).map(calls -> new ChosenCalls.Part(name, calls, false));
    }
    if (product.groups.has(name.text())) {
      return product.groups.find(name).map(calls -> new ChosenCalls.Part(name, calls, false));
    }
    if (product.calls.has(name.text())) {
      return product
          .calls
          .find(name)
          .map(call -> new ChosenCalls.Part(name, Set.of(name.text()), true));
    }
    List<Known> known = new ArrayList<>(product.calls.known());
    known.addAll(product.groups.known());
    product.draft.unknowns.use(
        DiagnosticCode.UNKNOWN_CALL, "a call of " + product.name(), name, known);
    return Optional.empty();
  }

  /** The declared calls that a pattern matches, at least one. */
  Optional<Set<String>> matching(Name pattern) {
    CallPattern matcher = new CallPattern(pattern.text());
    Set<String> calls = new LinkedHashSet<>();
    for (Names.Entry<CallDraft> entry : product.calls.entries()) {
      if (matcher.matches(entry.name().text())) {
        calls.add(entry.name().text());
      }
    }
    if (!calls.isEmpty()) {
      return Optional.of(calls);
    }
    if (!product.draft.isDamaged("calls")) {
      Diagnostic nothing =
          Diagnostic.of(
              DiagnosticCode.PATTERN_MATCHES_NOTHING,
              pattern.span(),
              "`%s` matches no call of %s".formatted(pattern.text(), product.name()));
      Set<String> patterns = new LinkedHashSet<>();
      product.calls.known().forEach(call -> patterns.add(matcher.shapeOf(call.name())));
      product
          .findings()
          .add(
              NearestName.of(pattern.text(), patterns)
                  .map(
                      near ->
                          nothing
                              .withHint("did you mean `%s`?".formatted(near))
                              .withFix(pattern.span(), near))
                  .orElse(nothing));
    }
    return Optional.empty();
  }
}
