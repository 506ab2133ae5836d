package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Place;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How the cost of a call in one quota came about.
 *
 * @param call the call priced; inside a composite each call has its own lines
 * @param units in the quota's unit
 * @param text the line as its author wrote it; empty where the quota prices nothing and a call is 1
 * @param arithmetic such as {@code 1 per 10 records: 25 records → 3}
 * @param at where the line is written
 */
public record CostLine(
    String quota,
    String call,
    BigDecimal units,
    String text,
    String arithmetic,
    Optional<Place> at) {}
