package dev.tollgate.engine.coverage;

import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import java.util.List;

/** One sort of behaviour. */
interface BehaviourSource {

  /** All of the sort that a product has. */
  List<Behaviour> of(Policy policy, Product product);
}
