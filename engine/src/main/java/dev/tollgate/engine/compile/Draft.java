package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Contract;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Accept;
import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the stages make of the trees; each adds to what the ones before it left here. */
final class Draft {

  final List<SourceTree> trees;

  /** Whether there are files beside those of the trees that could not be read. */
  final boolean filesMissing;

  final Sources sources;
  final Findings findings;
  final Unknowns unknowns;

  /** By name; a second product of one name is among {@link #products} alone. */
  final Names<ProductDraft> productNames;

  final List<ProductDraft> products = new ArrayList<>();
  final List<ContractDraft> contracts = new ArrayList<>();
  final List<WrittenTest> tests = new ArrayList<>();
  final List<WrittenCheck> checks = new ArrayList<>();

  private final Set<String> damaged = new TreeSet<>();
  private final Set<String> unread = new TreeSet<>();

  Draft(List<SourceTree> trees, boolean filesMissing, Findings findings) {
    this.trees = List.copyOf(trees);
    this.filesMissing = filesMissing;
    this.findings = findings;
    this.sources = new Sources(trees);
    for (SourceTree tree : trees) {
      damaged.addAll(tree.damaged());
      unread.addAll(tree.unread());
    }
    this.unknowns = new Unknowns(damaged, unread, tests(trees));
    this.productNames = names(DiagnosticCode.UNKNOWN_PRODUCT, "a product");
  }

  /** Where tests stand. */
  private static List<Span> tests(List<SourceTree> trees) {
    return trees.stream()
        .flatMap(tree -> tree.declarations().stream())
        .filter(
            each ->
                each instanceof Declaration.TestsFor
                    || each instanceof Declaration.Test
                    || each instanceof Declaration.Check)
        .map(Declaration::span)
        .toList();
  }

  /** A table of names whose faults are reported with those of the draft. */
  <T> Names<T> names(DiagnosticCode unknown, String noun) {
    return new Names<>(unknown, noun, findings, unknowns);
  }

  /** Whether the word stands in a line that could not be read, and so may be declared there. */
  boolean isDamaged(String word) {
    return damaged.contains(word);
  }

  /** Whether a clause or header that begins with the word could not be read. */
  boolean isUnread(String word) {
    return unread.contains(word);
  }

  /** Says that the block of a name lacks a line; {@code fact} has a place for the name. */
  void missing(Name name, String fact, String hint) {
    findings.add(
        Diagnostic.of(DiagnosticCode.CLAUSE_MISSING, name.span(), fact.formatted(name.text()))
            .withHint(hint));
  }

  List<Declaration> declarations() {
    return trees.stream().flatMap(tree -> tree.declarations().stream()).toList();
  }

  List<Accept> accepts() {
    return trees.stream().flatMap(tree -> tree.accepts().stream()).toList();
  }

  List<Contract> builtContracts() {
    return contracts.stream().flatMap(contract -> contract.built().stream()).toList();
  }
}
