package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wrong requests are refused with everything that is wrong, and move no counter. */
class InvalidRequestTest {

  private static final AskedCall LIST = AskedCall.of("tickets.list").with("offset", 1);

  private final Shop shop =
      Shop.selling(
              """
              unit credit, credits
              seat agent, agents
              key app
              fact paid yes or no
              fact since date
              fact limit credits
              fact tier one of gold, silver
              fact home zone
              edition free
              edition standard also starter
              calls tickets.list with offset
              calls tickets.add with records up to 100
              calls tickets.get
              calls export with rows
              calls batch with calls up to 2
              quota credits in credits {
                per account, app
                window rolling 24 hours
                allot any edition 1_000
                call tickets.add   costs 1 per 10 records
                call tickets.get when paid is yes   costs 2
                call tickets.get   costs 1
                call batch         costs sum of its calls
                call export        costs 9_000_000_000 per row
                any other call     costs 1
              }
              addon extra "Extra" {
                for standard
                adds to credits
                most 500
                bill bought, per day, a month is 30 days
                price USD per 1_000 {
                  first 1_000 at 0.14
                }
              }
              """)
          .with("acme", StatedProfile.ofEdition("standard"));

  private static List<Problem> problems(ThrowingCallable asking) {
    InvalidRequest invalid = catchThrowableOfType(InvalidRequest.class, asking);
    assertThat(invalid).as("the request is refused").isNotNull();
    return invalid.problems();
  }

  private Problem problem(AskedCall call) {
    List<Problem> problems = problems(() -> shop.decider.consume(request(call)));
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private CallRequest request(AskedCall call) {
    return shop.request("acme", call).withKey("app", "x");
  }

  private Problem problem(StatedProfile profile) {
    CallRequest request = CallRequest.of("p", Asker.inline(profile), LIST).withKey("app", "x");
    List<Problem> problems = problems(() -> shop.decider.check(request));
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private static void assertProblem(Problem problem, String pointer, String code) {
    assertThat(problem.pointer()).isEqualTo(pointer);
    assertThat(problem.code()).isEqualTo(code);
  }

  @AfterEach
  void nothingWasCounted() {
    QuotaState state = Shop.state(shop.decider.check(request(LIST)), "credits");
    assertThat(state.used()).contains(BigDecimal.ZERO);
    assertThat(shop.ledger.lastDecision("p", "acme")).isEmpty();
  }

  @Test
  void anUnknownCallIsRefusedWithTheNearestName() {
    Problem problem = problem(AskedCall.of("tickets.lst"));

    assertProblem(problem, "/call", "unknown-call");
    assertThat(problem.nearest()).contains("tickets.list");
    assertThat(problem.message()).contains("did you mean `tickets.list`?");
  }

  @Test
  void anUndeclaredParameterIsRefusedWithTheNearestName() {
    Problem problem = problem(LIST.with("ofset", 1));

    assertProblem(problem, "/params/ofset", "unknown-parameter");
    assertThat(problem.nearest()).contains("offset");
  }

  @Test
  void aParameterThatTheCostDependsOnIsNeeded() {
    assertProblem(problem(AskedCall.of("tickets.add")), "/params/records", "missing-parameter");
  }

  @Test
  void numbersAreWholeAndFromZeroAndUpToTheMaximum() {
    AskedCall add = AskedCall.of("tickets.add");

    assertProblem(problem(add.with("records", -1)), "/params/records", "negative-number");
    assertProblem(
        problem(add.with("records", Stated.number(new BigDecimal("1.5")))),
        "/params/records",
        "fractional-number");
    assertProblem(problem(add.with("records", 101)), "/params/records", "above-maximum");
    assertProblem(
        problem(add.with("records", Stated.number(new BigDecimal("1E+30")))),
        "/params/records",
        "too-large");
    assertProblem(problem(add.with("records", Stated.text("25"))), "/params/records", "wrong-type");
  }

  @Test
  void aWholeNumberMayBeWrittenWithDecimalsAndUntypedTextMayBeANumber() {
    AskedCall add = AskedCall.of("tickets.add");

    assertThat(
            shop.decider
                .check(request(add.with("records", Stated.number(new BigDecimal("25.0")))))
                .cost())
        .containsEntry("credits", BigDecimal.valueOf(3));
    assertThat(shop.decider.check(request(add.with("records", Stated.untyped("25")))).cost())
        .containsEntry("credits", BigDecimal.valueOf(3));
  }

  @Test
  void aCostThatNobodyCanCountIsRefused() {
    assertProblem(
        problem(AskedCall.of("export").with("rows", 9_000_000_000_000L)), "/params", "too-large");
  }

  @Test
  void aKeyThatAQuotaCountsPerIsNeeded() {
    List<Problem> problems = problems(() -> shop.consume("acme", LIST));

    assertProblem(problems.get(0), "/keys/app", "missing-key");
  }

  @Test
  void anUnknownKeyIsRefused() {
    List<Problem> problems = problems(() -> shop.decider.consume(request(LIST).withKey("ap", "x")));

    assertProblem(problems.get(0), "/keys/ap", "unknown-key");
    assertThat(problems.get(0).nearest()).isEmpty();
  }

  @Test
  void aFactThatDecidesIsNeededAndNamed() {
    Problem problem = problem(AskedCall.of("tickets.get"));

    assertProblem(problem, "/account", "missing-fact");
    assertThat(problem.message()).contains("`paid`");
  }

  @Test
  void aFactIsAskedForWhereItIsMissing() {
    CallRequest request =
        CallRequest.of(
                "p", Asker.inline(StatedProfile.ofEdition("free")), AskedCall.of("tickets.get"))
            .withKey("app", "x");

    assertProblem(
        problems(() -> shop.decider.check(request)).get(0), "/account/facts/paid", "missing-fact");
  }

  @Test
  void aFactThatCannotChangeTheAnswerIsNotNeeded() {
    assertThat(shop.decider.check(request(LIST)).allowed()).isTrue();
  }

  @Test
  void profilesAreReadInTheWordsOfTheProduct() {
    StatedProfile free = StatedProfile.ofEdition("free");

    assertProblem(
        problem(StatedProfile.ofEdition("standrad")), "/account/edition", "unknown-edition");
    assertThat(problem(StatedProfile.ofEdition("startr")).nearest()).contains("starter");
    assertProblem(problem(StatedProfile.NOTHING), "/account/edition", "missing-edition");
    assertProblem(problem(free.withSeats("agnts", 1)), "/account/seats/agnts", "unknown-seat");
    assertProblem(
        problem(free.withSeats("agents", -1)), "/account/seats/agents", "negative-number");
    assertProblem(
        problem(free.withSeats("agents", 1).withSeats("agent", 1)),
        "/account/seats/agent",
        "stated-twice");
    assertProblem(problem(free.withZone("Europe/Pariss")), "/account/zone", "unknown-zone");
    assertProblem(
        problem(free.withFact("payd", Stated.yesOrNo(true))),
        "/account/facts/payd",
        "unknown-fact");
    assertProblem(
        problem(free.withFact("paid", Stated.number(1))), "/account/facts/paid", "wrong-type");
    assertProblem(
        problem(free.withFact("since", Stated.text("01.02.2026"))),
        "/account/facts/since",
        "wrong-type");
    assertProblem(
        problem(free.withFact("limit", Stated.number(-5))),
        "/account/facts/limit",
        "negative-number");
    assertProblem(
        problem(free.withFact("tier", Stated.text("golden"))),
        "/account/facts/tier",
        "unknown-choice");
    assertProblem(
        problem(free.withFact("home", Stated.text("Mars"))), "/account/facts/home", "unknown-zone");
  }

  @Test
  void anAccountHoldsNoMoreThanThePolicyLetsIt() {
    StatedProfile standard = StatedProfile.ofEdition("standard");

    Problem problem = problem(standard.withAddOn("extra", StatedHolding.bought(501)));

    assertProblem(problem, "/account/addons/extra", "above-ceiling");
    assertThat(problem.message()).contains("at most 500");
    assertProblem(
        problem(standard.withAddOn("extra", StatedHolding.used(1))),
        "/account/addons/extra/mode",
        "not-offered");
    assertProblem(
        problem(StatedProfile.ofEdition("free").withAddOn("extra", StatedHolding.bought(1))),
        "/account/addons/extra",
        "above-ceiling");
    assertProblem(
        problem(standard.withAddOn("extr", StatedHolding.bought(1))),
        "/account/addons/extr",
        "unknown-add-on");
  }

  @Test
  void compositesHoldSoManyCallsAndNoOtherComposite() {
    AskedCall add = AskedCall.of("tickets.add").with("records", 101);

    assertProblem(problem(AskedCall.of("batch")), "/calls", "missing-calls");
    assertProblem(
        problem(new AskedCall("batch", Map.of(), List.of(LIST, LIST, LIST))),
        "/calls",
        "too-many-calls");
    assertProblem(
        problem(new AskedCall("batch", Map.of(), List.of(LIST, add))),
        "/calls/1/params/records",
        "above-maximum");
    assertProblem(
        problem(new AskedCall("batch", Map.of(), List.of(AskedCall.of("batch")))),
        "/calls/0/call",
        "nested-composite");
    assertProblem(
        problem(new AskedCall("tickets.list", Map.of(), List.of(LIST))), "/calls", "not-composite");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    CallRequest request =
        shop.request("acme", AskedCall.of("tickets.add").with("records", 500).with("x", 1))
            .withKey("ap", "x")
            .withChannel("")
            .withRequestId("", "")
            .withAt(Instant.parse("2026-02-01T00:00:00Z"));

    assertThat(shop.decider.problemsOfConsume(request))
        .extracting(Problem::pointer)
        .contains(
            "/at",
            "/requestId",
            "/params/records",
            "/params/x",
            "/keys/ap",
            "/keys/app",
            "/channel");
    assertThat(problems(() -> shop.decider.consume(request)))
        .isEqualTo(shop.decider.problemsOfConsume(request));
  }

  @Test
  void onlyAStoredAccountConsumes() {
    CallRequest request =
        CallRequest.of("p", Asker.inline(StatedProfile.ofEdition("free")), LIST)
            .withKey("app", "x");

    assertProblem(
        problems(() -> shop.decider.consume(request)).get(0), "/account", "inline-account");
  }

  @Test
  void quotesAreForSomething() {
    QuoteRequest nothing = QuoteRequest.of("p", Asker.stored("acme"), List.of());
    QuoteRequest never =
        QuoteRequest.of("p", Asker.stored("acme"), List.of(new QuoteRequest.Line(LIST, 0)))
            .withKey("app", "x");

    assertProblem(problems(() -> shop.decider.quote(nothing)).get(0), "/calls", "missing-calls");
    assertProblem(
        problems(() -> shop.decider.quote(never)).get(0), "/calls/0/times", "below-minimum");
  }

  @Test
  void whatIsUnknownAltogetherIsNotFound() {
    NotFound product =
        catchThrowableOfType(
            NotFound.class,
            () -> shop.decider.check(CallRequest.of("q", Asker.stored("acme"), LIST)));
    NotFound account = catchThrowableOfType(NotFound.class, () -> shop.check("nobody", LIST));
    NotFound decision = catchThrowableOfType(NotFound.class, () -> shop.decider.cancel("01J"));

    assertThat(product.kind()).isEqualTo("product");
    assertThat(account.kind()).isEqualTo("account");
    assertThat(account.nearest()).isEqualTo(Optional.empty());
    assertThat(decision).hasMessageContaining("01J");
  }
}
