package dev.tollgate.engine.compile;

import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.PointInTime;
import dev.tollgate.grammar.tree.Target;
import java.util.Optional;

/**
 * A test of the rule files with what the header above it says.
 *
 * @param target the product, or the one quota, that is judged
 * @param asOf when it happens, unless a line of the test says so
 */
public record WrittenTest(Target target, Optional<PointInTime> asOf, Declaration.Test test) {}
