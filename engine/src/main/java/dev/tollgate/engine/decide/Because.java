package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Place;
import java.util.Optional;

/** One line of a reason, and where the policy says it. */
public record Because(String text, Optional<Place> at) {}
