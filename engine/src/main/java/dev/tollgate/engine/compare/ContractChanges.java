package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How amounts differ for accounts with contracts. One whose contracts stay as they are is looked at
 * only where rules, add-ons or what is kept of old have changed around them: a contract replaces
 * the edition's line.
 */
record ContractChanges(Side before, Side after, ChangeLog log) {

  void add() {
    Map<String, List<Contract>> olds = byAccount(before);
    Map<String, List<Contract>> news = byAccount(after);
    Set<String> accounts = new LinkedHashSet<>(olds.keySet());
    accounts.addAll(news.keySet());
    boolean allAround = around(old()).equals(around(now()));
    for (String account : accounts) {
      List<Contract> was = olds.getOrDefault(account, List.of());
      List<Contract> is = news.getOrDefault(account, List.of());
      if (!allAround || !forms(old(), was).equals(forms(now(), is))) {
        add(account, was, is);
      }
    }
  }

  private List<String> forms(Product product, List<Contract> contracts) {
    return contracts.stream().map(contract -> log.form(product, contract)).sorted().toList();
  }

  private static Map<String, List<Contract>> byAccount(Side side) {
    return side.policy().contracts().stream()
        .filter(contract -> contract.product().equals(side.product().name()))
        .collect(Collectors.groupingBy(Contract::account, LinkedHashMap::new, Collectors.toList()));
  }

  /** What is added to a contract's amount, or kept beside it. */
  private static String around(Product product) {
    List<Object> around = new ArrayList<>(List.of(product.rules(), product.addOns()));
    around.addAll(List.of(product.facts(), product.editions(), product.zone()));
    for (Quota quota : product.quotas()) {
      boolean keeps = quota.versions().stream().anyMatch(each -> each.grandfathering().isPresent());
      for (QuotaVersion version : quota.versions()) {
        around.add(version.during());
        around.add(version.grandfathering());
        around.add(keeps ? version.allotments() : List.of());
      }
    }
    return CanonicalForm.of(product, around);
  }

  private void add(String account, List<Contract> was, List<Contract> is) {
    for (Quota quota : old().quotas()) {
      Optional<Quota> same = ProductChanges.same(now(), quota);
      if (same.isPresent() && QuotaChanges.isCountedAlike(quota.unit(), same.get().unit())) {
        QuotaChanges.Pair olds = new QuotaChanges.Pair(before.policy(), old(), quota);
        QuotaChanges.Pair news = new QuotaChanges.Pair(after.policy(), now(), same.get());
        List<Instant> moments = olds.dates(news).add(was, old()).add(is, now()).moments();
        Optional<String> whose = Optional.of(account);
        if (Stream.of(was, is).anyMatch(each -> allots(each, quota))) {
          new AllotmentChanges(olds, news, log).add(whose, moments, was, is);
        }
        if (Stream.of(was, is).anyMatch(each -> prices(each, quota))) {
          new CostChanges(olds, news, log).add(whose, moments, was, is);
        }
      }
    }
    ceilings(account, was, is);
  }

  /** What is agreed leaves another room under its cap. */
  private void ceilings(String account, List<Contract> was, List<Contract> is) {
    for (AddOn addOn : old().addOns()) {
      Optional<AddOn> same = now().addOn(addOn.name());
      List<Quota> asked = new ArrayList<>(CeilingChanges.quotas(old(), addOn));
      same.ifPresent(after -> asked.addAll(CeilingChanges.quotas(now(), after)));
      boolean agreed =
          asked.stream()
              .anyMatch(quota -> Stream.of(was, is).anyMatch(each -> allots(each, quota)));
      if (same.isPresent() && agreed) {
        new CeilingChanges(old(), now(), addOn, same.get(), log).add(Optional.of(account), was, is);
      }
    }
  }

  private static boolean allots(List<Contract> contracts, Quota quota) {
    return contracts.stream()
        .flatMap(contract -> contract.allotments().stream())
        .anyMatch(granted -> granted.quota().equals(quota.name()));
  }

  private static boolean prices(List<Contract> contracts, Quota quota) {
    return contracts.stream()
        .flatMap(contract -> contract.costs().stream())
        .anyMatch(costs -> costs.quota().equals(quota.name()));
  }

  private Product old() {
    return before.product();
  }

  private Product now() {
    return after.product();
  }

  /** A product and the policy it belongs to. */
  record Side(Policy policy, Product product) {}
}
