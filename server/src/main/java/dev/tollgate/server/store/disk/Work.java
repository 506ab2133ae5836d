package dev.tollgate.server.store.disk;

import java.sql.SQLException;

/** Something to be done with a session; it must not keep it. */
@FunctionalInterface
public interface Work<R> {

  R with(Session session) throws SQLException;
}
