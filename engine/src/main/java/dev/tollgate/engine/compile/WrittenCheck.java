package dev.tollgate.engine.compile;

import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.PointInTime;
import dev.tollgate.grammar.tree.Target;
import java.util.Optional;

/**
 * A check of the rule files with what the header above it says.
 *
 * @param target the product, or the one quota, that is judged
 * @param asOf whose terms are compared
 */
public record WrittenCheck(Target target, Optional<PointInTime> asOf, Declaration.Check check) {}
