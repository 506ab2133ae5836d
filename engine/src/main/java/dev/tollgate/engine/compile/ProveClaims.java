package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Cases;
import dev.tollgate.engine.compare.Inexact;
import dev.tollgate.engine.compare.NeverBelow;
import dev.tollgate.engine.compare.NeverBelow.Refutation;
import dev.tollgate.engine.compare.NeverBelow.Side;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.compare.TermDates;
import dev.tollgate.engine.compare.TooFine;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.CheckValue;
import dev.tollgate.grammar.tree.Claim;
import dev.tollgate.grammar.tree.Relation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proves what checks claim, or refutes it with the smallest example. A claim of which neither can
 * be done is as wrong as one that is not true.
 */
final class ProveClaims {

  private static final int MOST_LINES = 6;

  private final Draft draft;
  private final Policy policy;

  /**
   * @param policy of a draft in which nothing is wrong
   */
  ProveClaims(Draft draft, Policy policy) {
    this.draft = draft;
    this.policy = policy;
  }

  /** Adds what is not so to the findings. */
  void run() {
    for (WrittenCheck written : draft.checks) {
      TestSubject subject = CheckTests.subject(draft, written.target()).orElseThrow();
      written.check().claims().forEach(claim -> prove(written, subject, claim));
    }
  }

  private void prove(WrittenCheck written, TestSubject subject, Claim claim) {
    CheckValue before = claim.first();
    for (Claim.Link link : claim.links()) {
      Span span = before.span().to(link.value().span());
      try {
        Optional<Diagnostic> refuted =
            new OneLink(written, subject, claim, before, link).refuted(span);
        if (refuted.isPresent()) {
          draft.findings.add(refuted.get());
          return;
        }
      } catch (ClaimSides.Undecided undecided) {
        Diagnostic found = undecided(undecided.span(), undecided.getMessage());
        draft.findings.add(undecided.hint().map(found::withHint).orElse(found));
        return;
      } catch (Inexact inexact) {
        Span line = draft.sources.line(inexact.place());
        draft.findings.add(undecided(span, inexact.getMessage()).withRelated(line, "written here"));
        return;
      } catch (TooFine tooFine) {
        draft.findings.add(undecided(span, tooFine.getMessage()));
        return;
      }
      before = link.value();
    }
  }

  private static Diagnostic undecided(Span span, String why) {
    String message = "this can be neither proved nor refuted: " + why;
    return Diagnostic.of(DiagnosticCode.CLAIM_UNDECIDED, span, message);
  }

  /** One comparison of a claim. */
  private final class OneLink {

    private final WrittenCheck written;
    private final TestSubject subject;
    private final CheckValue left;
    private final CheckValue right;
    private final Relation relation;
    private final Product product;
    private final Optional<Quota> quota;
    private final Asserted asserted;

    OneLink(
        WrittenCheck written, TestSubject subject, Claim claim, CheckValue left, Claim.Link link) {
      this.written = written;
      this.subject = subject;
      this.left = left;
      this.right = link.value();
      this.relation = link.relation();
      this.product = policy.product(subject.product().name()).orElseThrow();
      Optional<String> named = subject.quota().map(QuotaDraft::name);
      this.quota =
          named
              .flatMap(product::quota)
              .or(
                  () ->
                      product.quotas().size() == 1
                          ? Optional.of(product.quotas().get(0))
                          : Optional.empty());
      this.asserted = new Asserted(product, claim.over());
    }

    Optional<Diagnostic> refuted(Span span) {
      for (Instant at : moments()) {
        ClaimSides sides = new ClaimSides(product, quota, asserted.box(), at);
        Optional<Diagnostic> found =
            refuted(left.accept(sides), right.accept(sides)).map(why -> diagnostic(span, why, at));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    /** Without a date above it a check is about all times. */
    private List<Instant> moments() {
      return written
          .asOf()
          .map(point -> List.of(Periods.bound(point).in(product.zone())))
          .orElseGet(
              () -> {
                TermDates dates = new TermDates();
                quota.ifPresent(found -> dates.add(product, found));
                return dates.moments();
              });
    }

    private Optional<Refuted> refuted(List<Cases.Case<Side>> first, List<Cases.Case<Side>> second) {
      NeverBelow never = new NeverBelow(asserted.numbers());
      return switch (relation) {
        case AT_LEAST -> never.firstBelow(first, second).map(found -> new Refuted(found, true));
        case AT_MOST -> never.firstBelow(second, first).map(found -> new Refuted(found, false));
        case ABOVE -> never.firstNotAbove(first, second).map(found -> new Refuted(found, true));
        case BELOW -> never.firstNotAbove(second, first).map(found -> new Refuted(found, false));
        case IS ->
            never
                .firstBelow(first, second)
                .map(found -> new Refuted(found, true))
                .or(() -> never.firstBelow(second, first).map(found -> new Refuted(found, false)));
        case IS_NOT, FROM, THROUGH, BEFORE, AFTER ->
            throw new IllegalStateException("no claim says " + relation);
      };
    }

    private Diagnostic diagnostic(Span span, Refuted refuted, Instant at) {
      Refutation why = refuted.why();
      List<String> values =
          Stream.of(
                  Map.entry(
                      left, refuted.leftIsLesser() ? Optional.of(why.lesser()) : why.greater()),
                  Map.entry(
                      right, refuted.leftIsLesser() ? why.greater() : Optional.of(why.lesser())))
              .filter(side -> !(side.getKey() instanceof CheckValue.Number))
              .map(side -> "`%s` is %s".formatted(words(side.getKey()), shown(side.getValue())))
              .toList();
      String message =
          String.join(" and ", values)
              + example(why).map(" when "::concat).orElse("")
              + (isOfOneTime() ? "" : ", as of " + at.atZone(product.zone()).toLocalDate());
      Diagnostic found = Diagnostic.of(DiagnosticCode.CLAIM_REFUTED, span, message);
      for (Span line : why.lines().stream().map(draft.sources::line).limit(MOST_LINES).toList()) {
        found = found.withRelated(line, "a line behind it");
      }
      return found;
    }

    private String words(CheckValue side) {
      return draft.sources.words(side.span());
    }

    private boolean isOfOneTime() {
      return written.asOf().isPresent() || moments().size() == 1;
    }

    private String shown(Optional<Rational> value) {
      Optional<Unit> unit =
          left.accept(new ClaimUnits(subject)).or(() -> right.accept(new ClaimUnits(subject)));
      return value
          .map(
              exact ->
                  unit.filter(found -> found.kind() == Unit.Kind.MONEY)
                      .map(money -> Wording.money(exact.toDecimal(), money.name()))
                      .orElseGet(() -> Wording.number(exact.toDecimal())))
          .orElse("no limit");
    }

    /** Whom it is not so for: what varies, and what else tells them from others. */
    private Optional<String> example(Refutation why) {
      Box all = asserted.box();
      Map<Attribute, ValueSet> told = new LinkedHashMap<>();
      asserted.numbers().stream()
          .filter(why.numbers()::containsKey)
          .forEach(number -> told.put(number, ValueSet.number(why.numbers().get(number))));
      why.box()
          .sides()
          .forEach(
              (attribute, side) -> {
                boolean plain = side.equals(all.side(attribute)) || covers(side, attribute);
                if (!plain) {
                  told.putIfAbsent(attribute, side);
                }
              });
      return Example.of(subject.product(), Region.of(new Box(told)), Box.EVERYTHING);
    }

    /** Whether a side is all that its attribute can be. */
    private boolean covers(ValueSet side, Attribute attribute) {
      return subject.product().space().accounts().side(attribute).minus(side).isEmpty();
    }
  }

  private record Refuted(Refutation why, boolean leftIsLesser) {}
}
