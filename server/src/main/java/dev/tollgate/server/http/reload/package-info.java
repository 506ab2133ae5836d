/**
 * Takes changed rule files into force while the service runs. What is broken is refused with its
 * diagnostics, and the last good policy stays.
 */
@NullMarked
package dev.tollgate.server.http.reload;

import org.jspecify.annotations.NullMarked;
