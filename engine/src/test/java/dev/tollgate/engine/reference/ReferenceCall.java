package dev.tollgate.engine.reference;

import java.util.Map;

/**
 * One call of random traffic.
 *
 * @param params BigDecimal or String
 */
record ReferenceCall(
    String name, Map<String, Object> params, Map<String, String> keys, String channel) {}
