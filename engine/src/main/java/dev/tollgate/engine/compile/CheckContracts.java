package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An account has at most one contract for a quota at a time. */
final class CheckContracts implements Stage {

  private record Key(ProductDraft product, String account, String quota) {}

  @Override
  public void run(Draft draft) {
    Map<Key, List<ContractDraft>> byQuota = new HashMap<>();
    for (ContractDraft contract : draft.contracts) {
      for (String quota : contract.built().map(CheckContracts::quotas).orElse(Set.of())) {
        Key key = new Key(contract.product, contract.tree.account().value(), quota);
        List<ContractDraft> others = byQuota.computeIfAbsent(key, unused -> new ArrayList<>());
        others.stream()
            .filter(other -> overlap(contract, other))
            .findFirst()
            .ifPresent(other -> report(draft, key, other, contract));
        others.add(contract);
      }
    }
  }

  private static Set<String> quotas(Contract contract) {
    Set<String> quotas = new LinkedHashSet<>();
    contract.allotments().forEach(granted -> quotas.add(granted.quota()));
    contract.costs().forEach(costs -> quotas.add(costs.quota()));
    return quotas;
  }

  private static boolean overlap(ContractDraft a, ContractDraft b) {
    return begin(a).isBefore(end(b)) && begin(b).isBefore(end(a));
  }

  private static Instant begin(ContractDraft contract) {
    return contract
        .during
        .flatMap(Stretch::from)
        .map(bound -> bound.in(contract.product.zone))
        .orElse(Instant.MIN);
  }

  private static Instant end(ContractDraft contract) {
    return contract
        .during
        .flatMap(Stretch::until)
        .map(bound -> bound.in(contract.product.zone))
        .orElse(Instant.MAX);
  }

  private static String since(ContractDraft first, ContractDraft second) {
    ContractDraft later = begin(first).isAfter(begin(second)) ? first : second;
    return later.during.flatMap(Stretch::from).map(at -> "from " + at + " on").orElse("at once");
  }

  private static void report(Draft draft, Key key, ContractDraft first, ContractDraft second) {
    draft.findings.add(
        Diagnostic.of(
                DiagnosticCode.CONTRACTS_CLASH,
                second.tree.title().span(),
                "account `%s` has two contracts for `%s` %s"
                    .formatted(key.account(), key.quota(), since(first, second)))
            .withRelated(first.tree.title().span(), "the other contract"));
  }
}
