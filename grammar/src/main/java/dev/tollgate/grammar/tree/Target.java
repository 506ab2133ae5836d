package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/**
 * What tests, a rule or a check are about: a product (`desk`) or one of its quotas (`crm.credits`).
 */
public record Target(Name product, Optional<Name> quota, Span span) {}
