package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.AddOnClause;
import dev.tollgate.grammar.tree.BillPeriod;
import dev.tollgate.grammar.tree.EditionChoice;
import dev.tollgate.grammar.tree.Name;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads add-ons, whose amounts are in the units of the quotas they act on. */
final class ReadAddOns implements Stage {

  private static final BigDecimal DAYS_OF_A_MONTH = BigDecimal.valueOf(30);

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      product.allAddOns.forEach(addOn -> new OneAddOn(addOn).read());
    }
  }

  private record OneAddOn(AddOnDraft addOn) {

    private ProductDraft product() {
      return addOn.product;
    }

    private Findings findings() {
      return addOn.product.findings();
    }

    void read() {
      editions();
      unit();
      addOn.clauses.effects.forEach(line -> effect(line).ifPresent(addOn.effects::add));
      if (addOn.clauses.effects.isEmpty() && !addOn.isDamaged()) {
        findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.SAYS_NOTHING,
                        addOn.name().span(),
                        "add-on `%s` does nothing".formatted(addOn.name().text()))
                    .withHint("say `adds to QUOTA`, or another effect"));
      }
      most();
      needs();
      bill();
      Once.of(addOn.clauses.prices, AddOnClause.Priced::span, "price", findings())
          .ifPresent(line -> addOn.price = line.price().accept(new Prices(addOn)));
    }

    private void editions() {
      Optional<AddOnClause.For> line =
          Once.of(addOn.clauses.editions, AddOnClause.For::span, "for", findings());
      if (line.isPresent() && line.get().editions() instanceof EditionChoice.Named named) {
        for (Name name : named.names()) {
          product().editions.find(name).ifPresent(found -> addOn.editions.add(found.name()));
        }
        return;
      }
      product().editions.values().forEach(edition -> addOn.editions.add(edition.name()));
    }

    /** What is added is counted in the unit of the quota; other add-ons are counted in pieces. */
    private void unit() {
      Optional<AddOnClause.AddsTo> first = Optional.empty();
      for (AddOnClause.AddsTo line : addsTo()) {
        Optional<Unit> unit = quota(line.quota()).flatMap(QuotaDraft::unit);
        if (first.isPresent() && unit.isPresent() && !unit.get().equals(addOn.unit)) {
          findings()
              .add(
                  Diagnostic.of(
                          DiagnosticCode.UNITS_DIFFER,
                          line.quota().span(),
                          "one amount is added to `%s`, in `%s`, and to `%s`, in `%s`"
                              .formatted(
                                  first.get().quota().text(),
                                  addOn.unit.name(),
                                  line.quota().text(),
                                  unit.get().name()))
                      .withRelated(first.get().quota().span(), "also added to this one"));
        } else if (first.isEmpty() && unit.isPresent()) {
          addOn.unit = unit.get();
          first = Optional.of(line);
        }
      }
    }

    private List<AddOnClause.AddsTo> addsTo() {
      List<AddOnClause.AddsTo> lines = new ArrayList<>();
      for (AddOnClause line : addOn.clauses.effects) {
        if (line instanceof AddOnClause.AddsTo adds) {
          lines.add(adds);
        }
      }
      return lines;
    }

    private Optional<QuotaDraft> quota(Name name) {
      return product().quotas.find(name);
    }

    /** A quota that the add-on can act on: an account's own. */
    private Optional<QuotaDraft> target(Name name) {
      Optional<QuotaDraft> quota = quota(name);
      quota
          .filter(QuotaDraft::isShared)
          .ifPresent(
              shared ->
                  findings()
                      .add(
                          shared.sharedByAccounts(
                              name.span(), "no add-on of one of them can act on it")));
      return quota.filter(own -> !own.isShared());
    }

    private Optional<AddOn.Effect> effect(AddOnClause line) {
      Place place = product().sources().place(line.span());
      if (line instanceof AddOnClause.AddsTo adds) {
        return target(adds.quota()).map(quota -> new AddOn.Effect.Adds(quota.name(), place));
      } else if (line instanceof AddOnClause.AddsEach adds) {
        return target(adds.quota())
            .flatMap(
                quota ->
                    quota
                        .unit()
                        .flatMap(unit -> product().quantities.amount(adds.each(), unit))
                        .map(
                            each ->
                                new Amount.Constant(
                                    each, product().sources().place(adds.each().span())))
                        .map(each -> new AddOn.Effect.AddsEach(each, quota.name(), place)));
      } else if (line instanceof AddOnClause.Raises raises) {
        return target(raises.quota())
            .flatMap(
                quota ->
                    amount(quota, raises.amount())
                        .map(to -> new AddOn.Effect.Raises(quota.name(), to, place)));
      } else if (line instanceof AddOnClause.Sets sets) {
        return target(sets.quota())
            .flatMap(
                quota ->
                    amount(quota, sets.amount())
                        .map(to -> new AddOn.Effect.Sets(quota.name(), to, place)));
      }
      throw new IllegalStateException("no effect of an add-on: " + line);
    }

    private Optional<Amount> amount(QuotaDraft quota, dev.tollgate.grammar.tree.Amount amount) {
      return Amounts.of(quota, holders()).flatMap(amounts -> amounts.read(amount));
    }

    private List<Product.Edition> holders() {
      return product().editions.values().stream()
          .filter(edition -> addOn.editions.contains(edition.name()))
          .distinct()
          .toList();
    }

    private void most() {
      boolean underCap = addsTo().size() == 1 || addOn.isDamaged();
      Once.of(addOn.clauses.most, AddOnClause.Most::span, "most", findings())
          .ifPresent(
              line -> addOn.most = Amounts.held(addOn, holders(), underCap).read(line.amount()));
    }

    private void needs() {
      addOn.needs =
          new Conditions(product(), Scene.ACCOUNT)
              .read(
                  Once.of(
                          addOn.clauses.needs,
                          AddOnClause.NeedsCondition::span,
                          "needs",
                          findings())
                      .map(AddOnClause.NeedsCondition::condition));
      Once.of(addOn.clauses.needsAddOns, AddOnClause.NeedsAddOn::span, "needs addon", findings())
          .ifPresent(line -> product().addOns.find(line.addOn()));
    }

    private void bill() {
      Once.of(addOn.clauses.bought, AddOnClause.BillBought::span, "bill bought", findings())
          .ifPresent(
              line -> {
                boolean daily = line.per() == BillPeriod.DAY;
                addOn.bought = Optional.of(daily ? AddOn.Bought.PER_DAY : AddOn.Bought.PER_MONTH);
                line.monthDays()
                    .filter(days -> days.value().compareTo(DAYS_OF_A_MONTH) != 0)
                    .ifPresent(
                        days ->
                            findings()
                                .add(
                                    DiagnosticCode.NUMBER_OUT_OF_RANGE,
                                    days.span(),
                                    "a month is quoted as 30 days, not `%s`"
                                        .formatted(days.written())));
              });
      Once.of(addOn.clauses.used, AddOnClause.BillUsed::span, "bill used", findings())
          .ifPresent(this::used);
      List<Span> bills = new ArrayList<>();
      addOn.clauses.bought.forEach(line -> bills.add(line.span()));
      addOn.clauses.used.forEach(line -> bills.add(line.span()));
      if (addOn.isDamaged()) {
        return;
      } else if (bills.isEmpty() && !addOn.clauses.prices.isEmpty()) {
        findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.CLAUSE_MISSING,
                        addOn.name().span(),
                        "`%s` has a price and is not billed".formatted(addOn.name().text()))
                    .withHint("say `bill bought, per day` or `bill used, per calendar day`"));
      } else if (!bills.isEmpty() && addOn.clauses.prices.isEmpty()) {
        findings()
            .add(
                DiagnosticCode.CLAUSE_MISSING,
                bills.get(0),
                "`%s` is billed and has no price".formatted(addOn.name().text()));
      }
    }

    private void used(AddOnClause.BillUsed line) {
      List<AddOnClause.AddsTo> added = addsTo();
      if (line.per() != BillPeriod.DAY) {
        findings()
            .add(
                DiagnosticCode.CLAUSE_MISPLACED,
                line.span(),
                "what was used is priced by the calendar day");
      } else if (added.size() == 1) {
        quota(added.get(0).quota()).ifPresent(quota -> usedOf(quota, line));
      } else if (!addOn.isDamaged()) {
        findings()
            .add(
                DiagnosticCode.CLAUSE_MISPLACED,
                line.span(),
                "only an add-on that adds to one quota can be billed by what is used of it");
      }
    }

    /** Units are billed beyond those that are included and still in the window. */
    private void usedOf(QuotaDraft quota, AddOnClause.BillUsed line) {
      quota
          .window
          .flatMap(OneAddOn::whyNotByUse)
          .map(
              why ->
                  Diagnostic.of(
                          DiagnosticCode.CLAUSE_MISPLACED,
                          line.span(),
                          "`%s` cannot be billed by what is used of it: %s"
                              .formatted(quota.name(), why))
                      .withRelated(quota.clauses.windows.get(0).span(), "its window")
                      .withHint("say `bill bought, per day`"))
          .ifPresent(findings()::add);
    }

    private static Optional<String> whyNotByUse(Window window) {
      if (window instanceof Window.InFlight) {
        return Optional.of("a call gives its units back when it ends");
      }
      return window instanceof Window.Bucket
          ? Optional.of("a bucket does not tell its units apart")
          : Optional.empty();
    }
  }
}
