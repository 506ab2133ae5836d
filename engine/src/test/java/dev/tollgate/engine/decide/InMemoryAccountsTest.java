package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryAccountsTest {

  private static final StatedProfile USERS_FIRST =
      StatedProfile.ofEdition("pro").withSeats("users", 10).withSeats("agents", 2);
  private static final StatedProfile AGENTS_FIRST =
      StatedProfile.ofEdition("pro").withSeats("agents", 2).withSeats("users", 10);

  private final InMemoryAccounts accounts = new InMemoryAccounts();

  private StatedProfile kept(String id, StatedProfile profile) {
    Timeline<Optional<StatedProfile>> profiles =
        Timeline.<Optional<StatedProfile>>empty().with(Instant.EPOCH, Optional.of(profile));
    accounts.change("p", id, before -> new Account("p", id, profiles, Timeline.empty(), 1));
    return accounts.find("p", id).orElseThrow().profileAt(Instant.EPOCH).orElseThrow();
  }

  @Test
  void aProfileThatManyHaveIsKeptOnce() {
    StatedProfile first = kept("acme", USERS_FIRST);

    assertThat(kept("globex", USERS_FIRST.withSeats("agents", 2))).isSameAs(first);
    assertThat(kept("umbrella", USERS_FIRST.withSeats("agents", 3)).seats())
        .containsEntry("agents", 3L);
  }

  @Test
  void aProfileIsToldInTheOrderInWhichItWasStated() {
    kept("acme", USERS_FIRST);

    assertThat(kept("globex", AGENTS_FIRST).seats().keySet()).containsExactly("agents", "users");
    assertThat(kept("umbrella", USERS_FIRST).seats().keySet()).containsExactly("users", "agents");
  }
}
