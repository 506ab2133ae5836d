package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What would let a denied call through: waiting, another edition, an add-on. */
final class Ways {

  private final Looking looking;
  private final LeastPurchase leastPurchase;

  Ways(Looking looking) {
    this.looking = looking;
    this.leastPurchase = new LeastPurchase(looking);
  }

  /**
   * The ways that would work, in the order in which they are tried: nothing to pay first.
   *
   * @param denying the demand that has no room
   * @param missing steps that it is short of
   */
  List<Way> of(Question question, Demand denying, Retry retry, long missing) {
    List<Way> ways = new ArrayList<>();
    if (retry instanceof Retry.At wait) {
      ways.add(new Way.Wait(wait.at()));
    }
    edition(question, denying).ifPresent(ways::add);
    for (AddOn addOn : question.subject().product().addOns()) {
      leastPurchase.of(question, denying, addOn, missing).ifPresent(ways::add);
    }
    return ways;
  }

  /** The next edition, in the order of the policy, in which the call would fit now. */
  private Optional<Way> edition(Question question, Demand denying) {
    String current = question.subject().profile(question.at()).orElseThrow().edition();
    List<Product.Edition> editions = question.subject().product().editions();
    boolean later = false;
    for (Product.Edition edition : editions) {
      if (later) {
        Optional<Demands> there =
            question
                .demandsOf(question.subject().inEdition(edition.name()), question.at())
                .filter(demands -> looking.fits(demands, question.inline(), question.at()));
        if (there.isPresent()) {
          return Optional.of(new Way.ChangeEdition(edition.name(), limit(there.get(), denying)));
        }
      }
      later = later || edition.name().equals(current);
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> limit(Demands demands, Demand denying) {
    return demands.all().stream()
        .filter(demand -> demand.quota().name().equals(denying.quota().name()))
        .filter(demand -> demand.counter().available() != Unit.UNLIMITED)
        .map(demand -> demand.units(demand.counter().available()))
        .findFirst();
  }
}
