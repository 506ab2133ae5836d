/**
 * What the service counts about itself, for Prometheus. Names of accounts are never among the
 * labels: there may be millions of them.
 */
@NullMarked
package dev.tollgate.server.http.metric;

import org.jspecify.annotations.NullMarked;
