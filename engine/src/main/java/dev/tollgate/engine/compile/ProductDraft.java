package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.Text;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A product in the making: its names first, then what its lines come to. */
final class ProductDraft {

  final Draft draft;
  final Declaration.Product tree;
  final ProductClauses clauses;

  final Names<Unit> units;
  final Names<Product.Seat> seats;
  final Names<Product.Fact> facts;
  final Names<String> keys;
  final Names<Product.Edition> editions;
  final Names<CallDraft> calls;

  /** The calls of each group. */
  final Names<Set<String>> groups;

  final Names<QuotaDraft> quotas;
  final Names<AddOnDraft> addOns;
  final Names<RuleDraft> rules;
  final CallChoices callChoices;
  final Quantities quantities;

  /** All of them, also those whose name is taken. */
  final List<QuotaDraft> allQuotas = new ArrayList<>();

  final List<AddOnDraft> allAddOns = new ArrayList<>();
  final List<RuleDraft> allRules = new ArrayList<>();

  /** Where each contract is titled so for the first time. */
  final Map<String, Text> contractTitles = new HashMap<>();

  /** Rules for a quota that there is not: what can be judged of them is. */
  final List<RuleClauses> rulesWithoutQuota = new ArrayList<>();

  private Optional<Space> space = Optional.empty();

  /** UTC until the line is read. */
  ZoneId zone = ZoneOffset.UTC;

  ProductDraft(Draft draft, Declaration.Product tree) {
    this.draft = draft;
    this.tree = tree;
    this.clauses = new ProductClauses(tree.clauses());
    String of = " of " + name();
    this.units = draft.names(DiagnosticCode.UNKNOWN_UNIT, "a unit" + of);
    this.seats = draft.names(DiagnosticCode.UNKNOWN_SEAT, "a seat" + of);
    this.facts = draft.names(DiagnosticCode.UNKNOWN_FACT, "a fact" + of);
    this.keys = draft.names(DiagnosticCode.UNKNOWN_KEY, "a key" + of);
    this.editions = draft.names(DiagnosticCode.UNKNOWN_EDITION, "an edition" + of);
    this.calls = draft.names(DiagnosticCode.UNKNOWN_CALL, "a call" + of);
    this.groups = draft.names(DiagnosticCode.UNKNOWN_CALL, "a group of calls" + of);
    this.quotas = draft.names(DiagnosticCode.UNKNOWN_QUOTA, "a quota" + of);
    this.addOns = draft.names(DiagnosticCode.UNKNOWN_ADD_ON, "an add-on" + of);
    this.rules = draft.names(DiagnosticCode.UNKNOWN_RULE, "a rule" + of);
    this.callChoices = new CallChoices(this);
    this.quantities = new Quantities(this);
  }

  String name() {
    return tree.name().text();
  }

  boolean isOpen() {
    return !clauses.open.isEmpty();
  }

  Findings findings() {
    return draft.findings;
  }

  Sources sources() {
    return draft.sources;
  }

  /** What there can be, for stages that come after the types of parameters. */
  Space space() {
    if (space.isEmpty()) {
      space = Optional.of(new Space(this));
    }
    return space.get();
  }

  /** The product without its quotas and what depends on them. */
  Product names() {
    return build(List.of(), List.of(), List.of());
  }

  Product build(List<Quota> quotas, List<AddOn> addOns, List<Rule> rules) {
    return new Product(
        name(),
        tree.title().map(Text::value).orElse(name()),
        zone,
        units.values().stream().distinct().toList(),
        seats.values().stream().distinct().toList(),
        facts.values(),
        keys.values(),
        editions.values().stream().distinct().toList(),
        calls.values().stream().map(call -> call.build(sources())).toList(),
        isOpen(),
        quotas,
        addOns,
        rules,
        sources().place(tree.name().span()));
  }
}
