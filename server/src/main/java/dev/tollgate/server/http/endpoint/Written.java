package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Conflict;
import dev.tollgate.engine.ledger.StoreUnreachable;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.store.Store;
import io.javalin.http.Context;

/**
 * Answers as another endpoint does, but not before everything that this has changed is written
 * down: once for a whole array.
 */
public final class Written implements Endpoint {

  private final Store store;
  private final Endpoint endpoint;

  public Written(Store store, Endpoint endpoint) {
    this.store = store;
    this.endpoint = endpoint;
  }

  /**
   * @throws StoreUnreachable if it cannot be written down for now; what was decided stays decided
   */
  @Override
  public void answer(Context context, Caller caller) {
    try {
      endpoint.answer(context, caller);
    } catch (Conflict told) {
      // It rests on what was decided before, perhaps a moment ago.
      store.awaitWritten();
      throw told;
    }
    store.awaitWritten();
  }
}
