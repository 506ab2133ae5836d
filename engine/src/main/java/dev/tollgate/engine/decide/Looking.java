package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.Room;
import dev.tollgate.engine.ledger.Shortage;
import dev.tollgate.engine.ledger.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at counters without changing them. A profile that a request states has used nothing: its
 * own counters are looked up where nothing was ever counted, shared ones where all accounts draw.
 */
final class Looking {

  private final Ledger<?, ?> ledger;
  private final Ledger<?, ?> untouched = new InMemoryLedger<>();

  Looking(Ledger<?, ?> ledger) {
    this.ledger = ledger;
  }

  /** How everything stands that a question asks for. */
  Judgement judge(List<Demand> demands, boolean inline, Instant at) {
    List<Standing> standings = new ArrayList<>();
    List<Shortage> shortages = new ArrayList<>();
    for (Demand demand : demands) {
      Ledger<?, ?> books = books(demand, inline);
      Standing standing = books.look(demand.key(), demand.counter(), at);
      Room room = room(demand, inline, at);
      if (!isAt(room, at)) {
        // Between the two looks somebody else may have drawn or given back.
        long missing = standing.used() + demand.cost() - demand.counter().ceiling();
        shortages.add(new Shortage(standings.size(), Math.max(1, missing), room));
      }
      standings.add(standing);
    }
    return new Judgement(standings, shortages);
  }

  Standing standing(Demand demand, boolean inline, Instant at) {
    return books(demand, inline).look(demand.key(), demand.counter(), at);
  }

  Room room(Demand demand, boolean inline, Instant at) {
    return books(demand, inline).room(demand.key(), demand.counter(), demand.cost(), at);
  }

  /** Whether all demands have room at this moment. */
  boolean fits(Demands demands, boolean inline, Instant at) {
    return demands.judged().stream().allMatch(demand -> isAt(room(demand, inline, at), at));
  }

  private static boolean isAt(Room room, Instant at) {
    return room instanceof Room.At known && !known.instant().isAfter(at);
  }

  private Ledger<?, ?> books(Demand demand, boolean inline) {
    return inline && !demand.key().shared() ? untouched : ledger;
  }
}
