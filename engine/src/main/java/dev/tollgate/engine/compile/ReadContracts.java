package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.ContractClause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads contracts. */
final class ReadContracts implements Stage {

  @Override
  public void run(Draft draft) {
    draft.contracts.forEach(ReadContracts::read);
  }

  private static void read(ContractDraft contract) {
    ProductDraft product = contract.product;
    Findings findings = product.findings();
    ContractClauses clauses = contract.clauses;
    contract.during =
        Periods.of(product)
            .read(
                Once.of(clauses.periods, ContractClause.InForce::span, "from", findings)
                    .map(ContractClause.InForce::period));
    keepsSomething(contract);
    List<Contract.Granted> allotments = allotments(contract);
    List<Contract.Costs> costs = costs(contract);
    boolean nothing = clauses.allotments.isEmpty() && clauses.costs.isEmpty();
    if (nothing && !product.draft.isDamaged(contract.tree.title().value())) {
      findings.add(
          Diagnostic.of(
                  DiagnosticCode.SAYS_NOTHING,
                  contract.tree.title().span(),
                  "the contract states nothing")
              .withHint("say `allot QUOTA N` or `call … costs N`"));
    }
    boolean right =
        allotments.size() == clauses.allotments.size() && costs.size() == clauses.costs.size();
    if (right && contract.during.isPresent()) {
      contract.built =
          Optional.of(
              new Contract(
                  contract.tree.title().value(),
                  product.name(),
                  contract.tree.account().value(),
                  contract.during.get(),
                  allotments,
                  costs,
                  !clauses.keepGreater.isEmpty(),
                  product.sources().place(contract.tree.title().span())));
    }
  }

  /** The greater of two allotments is kept, so a contract that only prices calls keeps nothing. */
  private static void keepsSomething(ContractDraft contract) {
    ContractClauses clauses = contract.clauses;
    Findings findings = contract.product.findings();
    Optional<ContractClause.KeepGreater> keep =
        Once.of(clauses.keepGreater, ContractClause.KeepGreater::span, "keep greater", findings);
    if (clauses.allotments.isEmpty()
        && !contract.product.draft.isDamaged(contract.tree.title().value())) {
      keep.ifPresent(
          line ->
              findings.add(
                  DiagnosticCode.CLAUSE_MISPLACED,
                  line.span(),
                  "`keep greater` is about an allotment, and the contract states none"));
    }
  }

  private static List<Contract.Granted> allotments(ContractDraft contract) {
    ProductDraft product = contract.product;
    Set<Product.Edition> editions = new LinkedHashSet<>(product.editions.values());
    List<Contract.Granted> granted = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (ContractClause.Allot line : contract.clauses.allotments) {
      Optional<QuotaDraft> quota = product.quotas.find(line.quota());
      Span first = seen.putIfAbsent(line.quota().text(), line.quota().span());
      if (first != null) {
        product
            .findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.SAID_TWICE,
                        line.quota().span(),
                        "the contract allots `%s` twice".formatted(line.quota().text()))
                    .withRelated(first, "first allotted here"));
      }
      if (quota.isPresent() && quota.get().isShared()) {
        product
            .findings()
            .add(quota.get().sharedByAccounts(line.quota().span(), "no contract can allot it"));
        continue;
      }
      Optional<Allotment.Grant> grant =
          quota.flatMap(found -> new Allotments(found).grant(line.amount(), line.cap(), editions));
      grant.ifPresent(
          read ->
              granted.add(
                  new Contract.Granted(
                      quota.get().name(),
                      read,
                      product.sources().words(line.span()),
                      product.sources().place(line.span()))));
    }
    return granted;
  }

  private static List<Contract.Costs> costs(ContractDraft contract) {
    List<Contract.Costs> costs = new ArrayList<>();
    for (CallCost tree : contract.clauses.costs) {
      for (QuotaDraft quota : new CostQuota(contract).of(tree).stream().toList()) {
        CostLine line = new CostLines(contract.product, quota.unit()).read(tree);
        contract.costs.computeIfAbsent(quota, unused -> new ArrayList<>()).add(line);
        line.built().ifPresent(cost -> costs.add(new Contract.Costs(quota.name(), cost)));
      }
    }
    return costs;
  }
}
