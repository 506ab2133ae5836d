/**
 * Who may ask what: bearer tokens, kept as hashes, with roles and perhaps a product. The endpoints
 * see only the {@link dev.tollgate.server.http.access.Caller} that comes out of it.
 */
@NullMarked
package dev.tollgate.server.http.access;

import org.jspecify.annotations.NullMarked;
