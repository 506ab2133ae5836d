package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.Change.Measure;
import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compare.Verdict;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * For whom and what a difference shows that nothing changes: what was compared for all accounts and
 * calls, and found to be the same.
 */
record Untouched(PolicyDifference difference, DiffWhom whom) {

  private static final int MOST_ACCOUNTS = 5;

  /** In words; empty where there is nothing to name. */
  Optional<String> words() {
    List<String> all = new ArrayList<>();
    for (Product product : whom.after().products().values()) {
      whom.before().product(product.name()).ifPresent(was -> add(was, product, all));
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of("Nothing changes for anybody in: " + String.join("; ", all));
  }

  private void add(Product was, Product product, List<String> all) {
    if (changes(product.name()).isEmpty()) {
      all.add("product " + product.name());
      return;
    }
    // What another zone or another fact means is told of the amounts that hang on it alone.
    boolean turned =
        changes(product.name()).stream()
            .filter(Change.Said.class::isInstance)
            .map(Change.Said.class::cast)
            .anyMatch(
                said ->
                    said.subject().equals(product.name()) && said.verdict() != Verdict.DIFFERENT);
    boolean refused =
        changes(product.name()).stream()
            .anyMatch(
                each ->
                    each instanceof Change.Said said
                        && (said.what().equals("call") || said.what().endsWith(" needs"))
                        && said.verdict() != Verdict.DIFFERENT);
    for (Quota quota : product.quotas()) {
      if (was.quota(quota.name()).isPresent() && !turned) {
        quota(product, quota, refused, all);
      }
    }
    for (AddOn addOn : product.addOns()) {
      String id = product.name() + "." + addOn.name();
      boolean same = of(id).isEmpty() && was.addOn(addOn.name()).isPresent();
      if (same && addOn.price().isPresent()) {
        all.add("the price of " + id);
      }
    }
    contracts(product, all);
  }

  private void quota(Product product, Quota quota, boolean refused, List<String> all) {
    List<Change> its = of(quota.id());
    if (its.isEmpty() && !refused) {
      all.add(quota.id());
      return;
    }
    boolean saidOtherwise =
        its.stream()
            .anyMatch(each -> each instanceof Change.Said && each.verdict() != Verdict.DIFFERENT);
    if (saidOtherwise) {
      return;
    }
    if (none(its, Measure.ALLOTMENT) && none(its, Measure.REFILL) && none(its, Measure.INCLUDED)) {
      all.add(quota.id() + ", all allotments");
    } else {
      editions(product, quota, its, all);
    }
    if (none(its, Measure.COST) && !refused) {
      all.add(quota.id() + ", what calls cost");
    }
  }

  private void editions(Product product, Quota quota, List<Change> its, List<String> all) {
    TreeSet<String> editions = new TreeSet<>();
    product.editions().stream()
        .map(Product.Edition::name)
        .filter(name -> knew(product.name(), name))
        .forEach(editions::add);
    for (Change change : its) {
      if (change instanceof Change.Unclear) {
        return;
      } else if (change instanceof Amounts amounts && amounts.measure() != Measure.COST) {
        editions.removeAll(amounts.names());
      }
    }
    if (!editions.isEmpty()) {
      all.add(quota.id() + ", allotment of " + String.join(", ", editions));
    }
  }

  private boolean knew(String product, String edition) {
    return whom.before().product(product).flatMap(was -> was.edition(edition)).isPresent();
  }

  /** Accounts of which a contract states what they get. */
  private void contracts(Product product, List<String> all) {
    Set<String> before = accounts(whom.before(), product);
    TreeSet<String> accounts = new TreeSet<>(accounts(whom.after(), product));
    accounts.retainAll(before);
    for (Change change : changes(product.name())) {
      if (change instanceof Amounts amounts) {
        amounts.account().ifPresent(accounts::remove);
      } else if (change instanceof Change.Unclear unclear) {
        unclear.account().ifPresent(accounts::remove);
      } else {
        // Contracts are known by their accounts and titles.
        String name =
            subject(change)
                .substring(Math.min(product.name().length() + 1, subject(change).length()));
        accounts.remove(name.replaceFirst(", \".*", ""));
      }
    }
    if (accounts.size() > MOST_ACCOUNTS) {
      all.add("what contracts state for " + Figures.of(accounts.size()) + " accounts");
    } else if (!accounts.isEmpty()) {
      all.add("what contracts state for " + String.join(", ", accounts));
    }
  }

  private static Set<String> accounts(Policy policy, Product product) {
    return policy.contracts().stream()
        .filter(contract -> contract.product().equals(product.name()))
        .map(Contract::account)
        .collect(Collectors.toSet());
  }

  private static boolean none(List<Change> changes, Measure measure) {
    return changes.stream()
        .noneMatch(
            each ->
                each instanceof Amounts amounts && amounts.measure() == measure
                    || each instanceof Change.Unclear unclear && unclear.measure() == measure);
  }

  private List<Change> changes(String product) {
    return difference.changes().stream()
        .filter(
            change -> subject(change).equals(product) || subject(change).startsWith(product + "."))
        .toList();
  }

  /** Changes of a quota or an add-on, and of its versions. */
  private List<Change> of(String id) {
    return difference.changes().stream()
        .filter(change -> subject(change).equals(id) || subject(change).startsWith(id + " "))
        .toList();
  }

  private static String subject(Change change) {
    return change.accept(new Subject());
  }

  private record Subject() implements Change.Visitor<String> {
    @Override
    public String visitCame(Change.Came came) {
      return came.name();
    }

    @Override
    public String visitWent(Change.Went went) {
      return went.name();
    }

    @Override
    public String visitSaid(Change.Said said) {
      return said.subject();
    }

    @Override
    public String visitAmounts(Amounts amounts) {
      return amounts.subject();
    }

    @Override
    public String visitUnclear(Change.Unclear unclear) {
      return unclear.subject();
    }
  }
}
