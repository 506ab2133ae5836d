package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets another policy decide unless it would pull the ground from under accounts: drop a product, a
 * quota or an edition in use, or count a quota otherwise than before.
 */
public final class PolicyChange {

  private static final int PAGE = 1_000;

  private final PolicyInForce policy;
  private final Accounts accounts;
  private final InstantSource clock;

  public PolicyChange(PolicyInForce policy, Accounts accounts, InstantSource clock) {
    this.policy = policy;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * A reason why a policy may not take over while the service runs.
   *
   * @param accounts how many accounts it would hit, from 1
   */
  public record Refusal(String text, long accounts) {}

  /**
   * Puts {@code candidate} into force, unless something speaks against it; then nothing has
   * changed.
   *
   * @return everything that speaks against it, in the order of the policy in force
   */
  public synchronized List<Refusal> replace(Policy candidate) {
    List<Refusal> refusals = refusals(candidate);
    if (refusals.isEmpty()) {
      policy.replace(candidate, clock.instant());
    }
    return refusals;
  }

  /** Everything that speaks against a policy, without changing anything. */
  public List<Refusal> refusals(Policy candidate) {
    List<Refusal> refusals = new ArrayList<>();
    for (Product product : policy.current().policy().products().values()) {
      Optional<Product> next = candidate.product(product.name());
      if (next.isEmpty()) {
        refuse(refusals, product, account -> true, "product " + product.name() + " is dropped");
      } else {
        quotas(refusals, product, next.get());
        editions(refusals, product, next.get());
      }
    }
    return refusals;
  }

  private void quotas(List<Refusal> refusals, Product product, Product next) {
    for (Quota quota : product.quotas()) {
      Optional<Quota> successor =
          next.quotas().stream()
              .filter(one -> counterName(one).equals(counterName(quota)))
              .findFirst();
      String text =
          successor
              .map(other -> recount(quota, other))
              .orElse(
                  "quota "
                      + quota.id()
                      + " is dropped, and no other says `was "
                      + quota.name()
                      + "`");
      if (!text.isEmpty()) {
        refuse(refusals, product, account -> true, text);
      }
    }
  }

  /** Counters keep the name that a quota had when they were begun. */
  private static String counterName(Quota quota) {
    return quota.was().orElse(quota.name());
  }

  /** How a quota would count otherwise, and has not said from when; the empty text when not. */
  private String recount(Quota quota, Quota next) {
    Instant now = clock.instant();
    boolean restarts =
        next.restartsAt()
            .filter(
                bound -> !bound.in(policy.current().product(next.product()).zone()).isAfter(now))
            .isPresent();
    if (restarts) {
      return "";
    }
    if (!quota.unit().equals(next.unit())) {
      return "quota " + quota.id() + " changes its unit";
    }
    if (!quota.scope().equals(next.scope())) {
      return "quota " + quota.id() + " changes whose counter it is";
    }
    return quota.window().sameAs(next.window())
        ? ""
        : "quota "
            + quota.id()
            + " changes its window from "
            + quota.window().text()
            + " to "
            + next.window().text();
  }

  private void editions(List<Refusal> refusals, Product product, Product next) {
    for (Product.Edition edition : product.editions()) {
      if (next.edition(edition.name()).isEmpty()) {
        refuse(
            refusals,
            product,
            account -> isIn(product, edition, account),
            "edition " + edition.name() + " of " + product.name() + " is dropped");
      }
    }
  }

  /** Whether an account has an edition now, or is planned to have it. */
  private boolean isIn(Product product, Product.Edition edition, Account account) {
    Instant now = clock.instant();
    return account.profiles().entries().stream()
        .filter(
            entry ->
                entry.from().isAfter(now)
                    || account.profiles().at(now).equals(Optional.of(entry.value())))
        .flatMap(entry -> entry.value().flatMap(StatedProfile::edition).stream())
        .flatMap(name -> product.edition(name).stream())
        .anyMatch(edition::equals);
  }

  private void refuse(
      List<Refusal> refusals, Product product, Predicate<Account> hit, String text) {
    long count = count(product.name(), hit);
    if (count > 0) {
      refusals.add(new Refusal(text, count));
    }
  }

  private long count(String product, Predicate<Account> hit) {
    long count = 0;
    List<Account> page = accounts.list(product, "", PAGE);
    while (!page.isEmpty()) {
      count += page.stream().filter(hit).count();
      page = accounts.list(product, page.get(page.size() - 1).id(), PAGE);
    }
    return count;
  }
}
