package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Ceiling;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.Resolver;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The one place that says which policy decides. A question reads it once, so its answer comes from
 * one policy even while another takes its place. Safe for use by many threads.
 */
public final class PolicyInForce {

  private final BiConsumer<Policy, Instant> announcement;
  private volatile Snapshot current;

  public PolicyInForce(Policy policy, Instant since) {
    this(policy, since, (next, from) -> {});
  }

  /**
   * @param announcement told of each policy just before it decides for the first time
   */
  public PolicyInForce(Policy policy, Instant since, BiConsumer<Policy, Instant> announcement) {
    this(announcement, Snapshot.of(policy, since));
    announcement.accept(policy, since);
  }

  private PolicyInForce(BiConsumer<Policy, Instant> announcement, Snapshot snapshot) {
    this.announcement = announcement;
    this.current = snapshot;
  }

  /** A policy, since when it decides, and what was prepared from it. */
  public static final class Snapshot {

    private final Policy policy;
    private final Instant since;
    private final Resolver resolver;
    private final SharedTerms terms;
    private final Subjects subjects = new Subjects();

    private Snapshot(Policy policy, Instant since, Resolver resolver, SharedTerms terms) {
      this.policy = policy;
      this.since = since;
      this.resolver = resolver;
      this.terms = terms;
    }

    static Snapshot of(Policy policy, Instant since) {
      Resolver resolver = new Resolver(policy);
      return new Snapshot(policy, since, resolver, new SharedTerms(resolver, policy.hash()));
    }

    /** The same for a world of its own, whose accounts may have the same ids. */
    Snapshot forOtherAccounts() {
      return new Snapshot(policy, since, resolver, terms);
    }

    public Policy policy() {
      return policy;
    }

    public Instant since() {
      return since;
    }

    /**
     * One of its products.
     *
     * @throws NotFound if the policy has no product of that name
     */
    public Product product(String name) {
      return policy
          .product(name)
          .orElseThrow(
              () ->
                  new NotFound("product", name, NearestName.of(name, policy.products().keySet())));
    }

    /** An account that the service knows. */
    Subject subject(Product product, Account account) {
      return subjects.of(this, product, account);
    }

    /** Forgets an account that was deleted. */
    void forget(String product, String account) {
      subjects.forget(product, account);
    }

    /**
     * The terms of anybody now, or at another moment that many ask about.
     *
     * @throws InvalidRequest if they come to more than can be counted
     */
    ProfileTerms termsNow(Product product, Profile profile, Instant now) {
      return counted("/account", () -> terms.now(product, profile, now));
    }

    /** The same at any moment. */
    ProfileTerms termsAt(Product product, Profile profile, Instant at) {
      return counted("/account", () -> terms.at(product, profile, at));
    }

    /** A profile with the same terms, without an account where no contract names it. */
    Profile shared(Product product, Profile profile) {
      return resolver.shared(product, profile);
    }

    /**
     * The most that may be held of an add-on.
     *
     * @throws InvalidRequest if it comes to more than can be counted
     */
    Ceiling most(Product product, AddOn addOn, Profile profile, Instant at) {
      return counted("/account", () -> resolver.most(product, addOn, profile, at));
    }

    /**
     * Does nothing when the terms of a profile that is to be stored can be counted.
     *
     * @throws InvalidRequest if they cannot
     */
    void refuseUncountable(Product product, Profile profile, Instant at) {
      counted("", () -> resolver.resolve(product, profile, at));
    }

    /** So many seats that an amount does not fit are a mistake of whoever states them. */
    private static <T> T counted(String pointer, Supplier<T> terms) {
      try {
        return terms.get();
      } catch (ArithmeticException tooLarge) {
        String message = "what is stated of the account is too large: " + tooLarge.getMessage();
        throw new InvalidRequest(List.of(Problem.of(pointer, "too-large", message)));
      }
    }
  }

  public Snapshot current() {
    return current;
  }

  /**
   * The same policy for a world of its own, whose accounts may have the same ids as those of this
   * one. What it takes time to prepare is shared.
   */
  public PolicyInForce forOtherAccounts() {
    return new PolicyInForce((next, from) -> {}, current.forOtherAccounts());
  }

  /**
   * Lets {@code policy} decide from now on, whatever it changes; {@link PolicyChange} asks first
   * whether it may. Takes time to prepare it; the old one decides meanwhile.
   */
  public void replace(Policy policy, Instant since) {
    Snapshot next = Snapshot.of(policy, since);
    announcement.accept(policy, since);
    current = next;
  }
}
