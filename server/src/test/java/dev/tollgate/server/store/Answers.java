package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Granted;
import dev.tollgate.engine.pack.Form;

/** How tests write down the answers of a ledger that is asked without a decider. */
final class Answers {

  private static final Stored<Granted> STORED = Stored.of(Granted.class);

  static final Form<Granted> GRANTED =
      new Form<>(
          1, (to, granted) -> to.text(STORED.text(granted)), from -> STORED.value(from.text()));

  private Answers() {}
}
