package dev.tollgate.engine.coverage;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An item, how it shows that a step exercises it, and tests that might.
 *
 * @param drafts the most likely first; they are tried one by one, so they need not all do
 */
record Behaviour(
    Item item, Predicate<Observation> exercised, Function<Trial, Stream<Draft>> drafts) {}
