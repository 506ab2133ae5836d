/**
 * What time it is for the service. Wall time never goes back, steady time follows no setting of the
 * clock, and whoever sets the clock is noticed.
 */
@NullMarked
package dev.tollgate.server.clock;

import org.jspecify.annotations.NullMarked;
