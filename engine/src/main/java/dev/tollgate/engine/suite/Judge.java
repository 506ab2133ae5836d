package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Assumed;
import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.Denied;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.NextReturn;
import dev.tollgate.engine.decide.Purchase;
import dev.tollgate.engine.decide.Retry;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.grammar.tree.BillPeriod;
import dev.tollgate.grammar.tree.Expectation;
import dev.tollgate.grammar.tree.Measure;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.PeriodEnd;
import dev.tollgate.grammar.tree.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds what was found against what a test expects of it. Answers with what is so instead, in the
 * words of the language; empty when the expectation is met.
 */
final class Judge implements Expectation.Visitor<Optional<String>> {

  private static final int DAYS_OF_A_MONTH = 30;

  private final TestAccount account;
  private final Finding finding;
  private final Titles titles;
  private final Set<BigDecimal> thresholds;
  private final QuotaChoice quotas;
  private final Figures figures;
  private final SlabPrices slabs;
  private final Said said;

  /**
   * @param together all expectations of the step: the thresholds among them are all that it crosses
   */
  Judge(TestAccount account, Finding finding, Titles titles, List<Expectation> together) {
    this.account = account;
    this.finding = finding;
    this.titles = titles;
    this.quotas = new QuotaChoice(account.product());
    this.figures = new Figures(account, finding);
    this.slabs = new SlabPrices(finding, together);
    this.said = new Said(finding.diagnostics(), together);
    this.thresholds = new TreeSet<>();
    for (Expectation expectation : together) {
      if (expectation instanceof Expectation.WarnedAt warned) {
        thresholds.add(warned.percent().value());
      }
    }
  }

  @Override
  public Optional<String> figure(Expectation.Figure figure) {
    Quota quota = quotas.of(figure.quota(), figure.amount().unit());
    Figures.Reading reading = figures.read(figure.measure(), quota.name());
    boolean met = reading.is(QuotaAmount.in(quota.unit(), figure.amount()));
    return unless(met, reading.of(word(figure.measure())));
  }

  @Override
  public Optional<String> comesBack(Expectation.ComesBack comesBack) {
    Quota quota = quotas.of(comesBack.quota(), comesBack.amount().unit());
    Optional<NextReturn> next = figures.state(quota.name()).nextReturn();
    BigDecimal amount = QuotaAmount.in(quota.unit(), comesBack.amount());
    Instant at = Moments.of(comesBack.at(), account.zone());
    boolean met =
        next.filter(found -> found.at().equals(at) && found.amount().compareTo(amount) == 0)
            .isPresent();
    return unless(
        met,
        next.map(found -> Wording.number(found.amount()) + " back at " + Wording.moment(found.at()))
            .orElse("nothing back"));
  }

  @Override
  public Optional<String> unlimited(Expectation.Unlimited unlimited) {
    String quota = quotas.of(unlimited.quota(), Optional.empty()).name();
    Figures.Reading reading = figures.read(unlimited.measure(), quota);
    return unless(reading.isNoLimit(), reading.of(word(unlimited.measure())));
  }

  @Override
  public Optional<String> allowed(Expectation.Allowed allowed) {
    return unless(finding.verdict() == Finding.Verdict.ALLOWED, finding.verdictText());
  }

  @Override
  public Optional<String> denied(Expectation.Denied expected) {
    boolean plain =
        expected.by().isEmpty() && expected.code().isEmpty() && expected.until().isEmpty();
    boolean met =
        finding.verdict() == Finding.Verdict.DENIED
            && finding.denied().map(denied -> matches(expected, denied)).orElse(plain);
    return unless(met, finding.verdictText());
  }

  @Override
  public Optional<String> deniedStatus(Expectation.DeniedStatus expected) {
    int status = expected.status().value().intValueExact();
    return ofDenial(denied -> unless(denied.status() == status, "status " + denied.status()));
  }

  @Override
  public Optional<String> deniedMessage(Expectation.DeniedMessage expected) {
    String message = expected.message().value();
    return ofDenial(
        denied -> unless(denied.message().equals(message), "message \"" + denied.message() + '"'));
  }

  private Optional<String> ofDenial(Function<Denied, Optional<String>> judgement) {
    return finding.denied().map(judgement).orElseGet(() -> Optional.of(finding.verdictText()));
  }

  @Override
  public Optional<String> assumed(Expectation.Assumed expected) {
    return new AssumedFacts(assumed()).unmet(expected);
  }

  @Override
  public Optional<String> nothingAssumed(Expectation.NothingAssumed nothingAssumed) {
    return unless(assumed().isEmpty(), new AssumedFacts(assumed()).text());
  }

  /** What the answer rests on that nobody stated; without a call, what the account's terms do. */
  private List<Assumed> assumed() {
    return finding.request().isPresent() ? finding.assumed() : account.explanation().assumed();
  }

  @Override
  public Optional<String> notCounted(Expectation.NotCounted notCounted) {
    if (finding.verdict() != Finding.Verdict.ALLOWED) {
      return Optional.of(finding.verdictText());
    }
    return unless(finding.cost().isEmpty(), "cost " + costs());
  }

  @Override
  public Optional<String> warnedAt(Expectation.WarnedAt warnedAt) {
    return unless(sameNumbers(finding.warned(), thresholds), warned());
  }

  @Override
  public Optional<String> notWarned(Expectation.NotWarned notWarned) {
    return unless(finding.warned().isEmpty(), warned());
  }

  @Override
  public Optional<String> charged(Expectation.Charged charged) {
    return money(charged.money(), charge(), "charge ");
  }

  @Override
  public Optional<String> priced(Expectation.Priced priced) {
    boolean daily = priced.per() == BillPeriod.DAY;
    String per = daily ? " a day" : " a month";
    Optional<Money> actual =
        finding.purchase().isPresent()
            ? finding.purchase().flatMap(daily ? Purchase::perDay : Purchase::per30Days)
            : held().map(money -> daily ? money : money.times(DAYS_OF_A_MONTH));
    return actual.isEmpty()
        ? Optional.of("no price" + per)
        : money(priced.money(), actual, "").map(text -> text + per);
  }

  @Override
  public Optional<String> slabPriced(Expectation.SlabPriced slabPriced) {
    return slabs.unmet(slabPriced);
  }

  @Override
  public Optional<String> diagnosed(Expectation.Diagnosed diagnosed) {
    return said.unmet();
  }

  @Override
  public Optional<String> notDiagnosed(Expectation.NotDiagnosed notDiagnosed) {
    return said.unmet();
  }

  @Override
  public Optional<String> most(Expectation.Most most) {
    List<Explanation.OfAddOn> meant =
        account.explanation().addOns().stream()
            .filter(addOn -> isMeant(addOn, most.amount().unit()))
            .toList();
    if (meant.size() != 1) {
      throw new IllegalArgumentException(meant.size() + " add-ons are meant by " + most.amount());
    }
    Explanation.OfAddOn addOn = meant.get(0);
    String actual = addOn.most().map(Wording::number).orElse("any number of");
    boolean met =
        addOn
            .most()
            .map(number -> number.compareTo(most.amount().number().value()) == 0)
            .orElse(false);
    return unless(met, "most " + actual + " " + addOn.addOn());
  }

  @Override
  public Optional<String> refused(Expectation.Refused refused) {
    return unless(finding.verdict() == Finding.Verdict.REFUSED, finding.verdictText());
  }

  @Override
  public Optional<String> decidedBy(Expectation.DecidedBy decidedBy) {
    Set<String> deciding = titles.of(finding, account.explanation());
    String actual =
        deciding.isEmpty()
            ? "decided by no line of the policy"
            : deciding.stream().collect(Collectors.joining("\", \"", "decided by \"", "\""));
    String said = decidedBy.title().value();
    return unless(
        deciding.stream().anyMatch(one -> one.equals(said) || one.startsWith(said + " ")), actual);
  }

  private boolean matches(Expectation.Denied expected, Denied actual) {
    boolean by = expected.by().map(name -> name.text().equals(actual.quota())).orElse(true);
    boolean code = expected.code().map(name -> name.text().equals(actual.code())).orElse(true);
    return by && code && expected.until().map(end -> endsAt(end, actual.retry())).orElse(true);
  }

  private boolean endsAt(PeriodEnd end, Retry retry) {
    Optional<Instant> moment = Moments.end(end, account.zone());
    return moment.isEmpty()
        ? retry instanceof Retry.Never
        : retry instanceof Retry.At known && known.at().equals(moment.get());
  }

  private String costs() {
    return finding.cost().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Wording.number(entry.getValue()) + " of " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private String warned() {
    return finding.warned().isEmpty()
        ? "not warned"
        : finding.warned().stream()
            .map(percent -> Wording.number(percent) + "%")
            .collect(Collectors.joining(", warned at ", "warned at ", ""));
  }

  /** All that was charged; empty when nothing was. */
  private Optional<Money> charge() {
    return finding.charges().stream().map(Charge::amount).reduce(Money::plus);
  }

  /** What the add-ons held cost a day. */
  private Optional<Money> held() {
    return account.explanation().addOns().stream()
        .flatMap(addOn -> addOn.perDay().stream())
        .reduce(Money::plus);
  }

  private static Optional<String> money(Quantity expected, Optional<Money> actual, String before) {
    String currency =
        expected.unit().map(Name::text).or(() -> actual.map(Money::currency)).orElse("");
    Money found = actual.orElseGet(() -> Money.zero(currency));
    boolean met = found.equals(new Money(expected.number().value(), currency));
    return unless(met, before + found);
  }

  private static boolean isMeant(Explanation.OfAddOn addOn, Optional<Name> named) {
    return named.map(name -> name.text().equals(addOn.addOn())).orElse(true);
  }

  private static boolean sameNumbers(Set<BigDecimal> left, Set<BigDecimal> right) {
    return new TreeSet<>(left).containsAll(right) && new TreeSet<>(right).containsAll(left);
  }

  private static String word(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> unless(boolean met, String actual) {
    return met ? Optional.empty() : Optional.of(actual);
  }
}
