package dev.tollgate.server.store.disk;

import java.sql.SQLException;

/** Something to be changed with a session, in a transaction that may be undone and done again. */
@FunctionalInterface
public interface Step {

  void with(Session session) throws SQLException;
}
