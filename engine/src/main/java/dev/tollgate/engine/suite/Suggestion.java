package dev.tollgate.engine.suite;

import dev.tollgate.engine.coverage.Item;
import java.util.Optional;

/**
 * A test for something that no test exercises.
 *
 * @param test ready to paste below a header for the item's target; empty when none was found
 */
public record Suggestion(Item item, Optional<String> test) {}
