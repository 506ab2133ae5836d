package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to check and consume. Immutable; what nobody asks it for is not worked out, and what
 * is asked for twice is worked out twice.
 */
public final class Decision {

  private final String id;
  private final Instant at;
  private final Answer answer;
  private final boolean replayed;
  private final String policy;

  /**
   * @param id empty for a check
   */
  Decision(String id, Instant at, Answer answer, String policy) {
    this(id, at, answer, false, policy);
  }

  private Decision(String id, Instant at, Answer answer, boolean replayed, String policy) {
    this.id = id;
    this.at = at;
    this.answer = answer;
    this.replayed = replayed;
    this.policy = policy;
  }

  /** As it was told once. */
  public static Decision of(Told told) {
    return new Decision(told.decisionId.orElse(""), told.at, told, told.replayed, told.policy);
  }

  /** Everything that it says, worked out. */
  public Told told() {
    return answer instanceof Told told && told.replayed == replayed
        ? told
        : new Told(
            allowed(),
            decisionId(),
            at,
            cost(),
            costs(),
            denied(),
            quotas(),
            consumed(),
            charge(),
            assumed(),
            replayed,
            policy);
  }

  public boolean allowed() {
    return denied().isEmpty();
  }

  /** Empty for a check, which nothing can be done with later. */
  public Optional<String> decisionId() {
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  /** The moment that was judged. */
  public Instant at() {
    return at;
  }

  /**
   * What the call consumes, in each quota's unit, by quota, in the order of the policy; quotas that
   * do not count the call are absent.
   */
  public Map<String, BigDecimal> cost() {
    return answer.cost();
  }

  /** How each cost came about. */
  public List<CostLine> costs() {
    return answer.costs();
  }

  /** Present exactly when the call is not allowed. */
  public Optional<Denied> denied() {
    return answer.denied();
  }

  /** How the quotas that count the call stand: after it when it was consumed, else before. */
  public List<QuotaState> quotas() {
    return answer.quotas();
  }

  /**
   * Which units count as used now, and which of them are billed; empty when the call is not
   * consumed, or held: then its commit says it.
   */
  public List<Consumed> consumed() {
    return answer.consumed();
  }

  /** Money that this decision added to the day; empty when nothing was billed. */
  public Optional<Charge> charge() {
    return answer.charge();
  }

  /** Facts that nobody stated and whose assumed values this answer rests on. */
  public List<Assumed> assumed() {
    return answer.assumed();
  }

  /** Whether this answer was given before, to the same request id. */
  public boolean replayed() {
    return replayed;
  }

  /** Hash of the policy that was in force. */
  public String policy() {
    return policy;
  }

  /** The same answer, given again. */
  public Decision asReplayed() {
    return new Decision(id, at, answer, true, policy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decision that && told().equals(that.told());
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, at, policy);
  }

  @Override
  public String toString() {
    return told().toString();
  }

  /**
   * A decision with everything that it says; the components are the methods of {@link Decision}.
   *
   * @param denied present exactly when the call is not allowed
   */
  public record Told(
      boolean allowed,
      Optional<String> decisionId,
      Instant at,
      Map<String, BigDecimal> cost,
      List<CostLine> costs,
      Optional<Denied> denied,
      List<QuotaState> quotas,
      List<Consumed> consumed,
      Optional<Charge> charge,
      List<Assumed> assumed,
      boolean replayed,
      String policy)
      implements Answer {

    public Told {
      cost = Ordered.copyOf(cost);
      costs = List.copyOf(costs);
      quotas = List.copyOf(quotas);
      consumed = List.copyOf(consumed);
      assumed = List.copyOf(assumed);
      if (allowed == denied.isPresent()) {
        throw new IllegalArgumentException("allowed " + allowed + ", but " + denied);
      }
      if (decisionId.isPresent() && decisionId.get().isEmpty()) {
        throw new IllegalArgumentException("an id without characters");
      }
    }
  }
}
