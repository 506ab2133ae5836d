package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Commit;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.engine.decide.Purchase;
import dev.tollgate.engine.decide.QuoteRequest;
import dev.tollgate.engine.decide.Stated;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.tree.AccountItem;
import dev.tollgate.grammar.tree.Action;
import dev.tollgate.grammar.tree.Argument;
import dev.tollgate.grammar.tree.KeyValue;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what the steps of one test say. Wrong steps throw what the {@link Decider} throws and change
 * nothing.
 */
final class Performer implements Action.Visitor<Finding> {

  private final Decider decider;
  private final TestAccount account;
  private final QuotaChoice quotas;

  /** Allowed decisions that have neither ended nor been cancelled, earliest first. */
  private final Deque<Open> open = new ArrayDeque<>();

  /**
   * @param bare whether no call was made: an amount was consumed by itself
   */
  private record Open(String id, boolean bare) {}

  Performer(Decider decider, TestAccount account) {
    this.decider = decider;
    this.account = account;
    this.quotas = new QuotaChoice(account.product());
  }

  @Override
  public Finding consume(Action.Consume consume) {
    Quota quota = quotas.of(Optional.empty(), consume.amount().unit());
    long steps = quota.unit().steps(QuotaAmount.in(quota.unit(), consume.amount()));
    return decided(account.consuming(quota.name(), steps), 1, true);
  }

  @Override
  public Finding call(Action.Call call) {
    List<AskedCall> inside =
        call.subCalls().stream()
            .map(sub -> AskedCall.of(sub.call().text(), params(sub.arguments())))
            .toList();
    AskedCall asked = new AskedCall(call.call().text(), params(call.arguments()), inside);
    Map<String, String> keys = new LinkedHashMap<>();
    for (KeyValue key : call.keys()) {
      keys.put(key.key().text(), key.value().value());
    }
    CallRequest request = account.calling(asked, keys);
    if (call.channel().isPresent()) {
      request = request.withChannel(call.channel().get().text());
    }
    long times = call.times().map(number -> number.value().longValueExact()).orElse(1L);
    return decided(request, times, false);
  }

  @Override
  public Finding commit(Action.Commit commit) {
    Open earliest = earliest(!commit.arguments().isEmpty());
    Finding finding = Finding.settled(decider.commit(earliest.id(), how(commit)));
    if (finding.verdict() == Finding.Verdict.ALLOWED) {
      open.remove(earliest);
    }
    return finding;
  }

  /**
   * What ends next: the earliest call; where there is none, the earliest bare amount.
   *
   * @param call whether it must be a call, since parameters are said of it
   */
  private Open earliest(boolean call) {
    return open.stream()
        .filter(one -> !one.bare())
        .findFirst()
        .or(() -> open.stream().filter(one -> !call).findFirst())
        .orElseThrow(() -> noCallIsOpen());
  }

  @Override
  public Finding cancel(Action.Cancel cancel) {
    if (open.isEmpty()) {
      throw noCallIsOpen();
    }
    Finding finding = Finding.settled(decider.cancel(open.getLast().id()));
    open.removeLast();
    return finding;
  }

  /** The price is that of what is bought now; the account then holds it on top of the rest. */
  @Override
  public Finding buy(Action.Buy buy) {
    String addOn = buy.addOn().text();
    BigDecimal amount = buy.amount().value();
    QuoteRequest request =
        QuoteRequest.of(account.product().name(), account.asker(), List.of())
            .withBuy(addOn, amount);
    Purchase purchase =
        decider
            .quote(request)
            .purchase()
            .orElseThrow(() -> new IllegalStateException("a quote without its purchase"));
    account.buy(addOn, amount);
    return Finding.bought(purchase);
  }

  @Override
  public Finding change(Action.Change change) {
    account.become(profile(change.items()));
    return Finding.noCall(List.of(), List.of());
  }

  /** What an account line says. */
  StatedProfile profile(List<AccountItem> items) {
    StatedProfile profile = StatedProfile.NOTHING;
    for (AccountItem item : items) {
      profile = item.accept(new ProfileItem(profile, account.product()));
    }
    return profile;
  }

  private Finding decided(CallRequest request, long times, boolean bare) {
    List<Decision> decisions = new ArrayList<>();
    for (long time = 0; time < times; time++) {
      Decision decision = decider.consume(request);
      decisions.add(decision);
      if (decision.allowed()) {
        decision.decisionId().ifPresent(id -> open.addLast(new Open(id, bare)));
      }
    }
    return Finding.decided(request, decisions, account.grounds(Optional.of(request)));
  }

  private Commit how(Action.Commit commit) {
    if (commit.failed()) {
      return new Commit.Failed();
    }
    if (commit.cost().isPresent()) {
      Quota quota = quotas.of(Optional.empty(), commit.cost().get().unit());
      return new Commit.WithCost(
          Map.of(quota.name(), QuotaAmount.in(quota.unit(), commit.cost().get())));
    }
    return commit.arguments().isEmpty()
        ? new Commit.AsDecided()
        : new Commit.WithParams(params(commit.arguments()));
  }

  private Map<String, Stated> params(List<Argument> arguments) {
    Map<String, Stated> params = new LinkedHashMap<>();
    for (Argument argument : arguments) {
      String name = argument.parameter().text();
      params.put(name, argument.value().accept(new StatedLiteral(typeOf(name))));
    }
    return params;
  }

  /** Parameters of one name have one type throughout a product. */
  private Optional<ValueType> typeOf(String parameter) {
    return account.product().calls().stream()
        .flatMap(call -> Optional.ofNullable(call.parameters().get(parameter)).stream())
        .map(Product.Parameter::type)
        .findFirst();
  }

  private static InvalidRequest noCallIsOpen() {
    return new InvalidRequest(List.of(Problem.of("", "no-open-call", "no call is open")));
  }
}
