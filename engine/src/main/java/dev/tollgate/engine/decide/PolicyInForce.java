package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Policy;
import java.time.Instant;

/**
 * The one place that says which policy decides. A question reads it once, so its answer comes from
 * one policy even while another takes its place. Safe for use by many threads.
 */
public final class PolicyInForce {

  private volatile Snapshot current;

  public PolicyInForce(Policy policy, Instant since) {
    current = new Snapshot(policy, since);
  }

  /** A policy and since when it decides. */
  public record Snapshot(Policy policy, Instant since) {}

  public Snapshot current() {
    return current;
  }

  /** Lets {@code policy} decide from now on. */
  public void replace(Policy policy, Instant since) {
    current = new Snapshot(policy, since);
  }
}
