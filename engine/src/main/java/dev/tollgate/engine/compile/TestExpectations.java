package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Expectation;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.QuotaClause;
import dev.tollgate.grammar.tree.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Judges what a test expects; answers whether it is right as far as is known. */
final class TestExpectations implements Expectation.Visitor<Boolean> {

  private final TestSubject subject;
  private final ProductDraft product;

  TestExpectations(TestSubject subject) {
    this.subject = subject;
    this.product = subject.product();
  }

  @Override
  public Boolean figure(Expectation.Figure figure) {
    subject.amount(figure.amount(), figure.quota(), figure.span());
    return true;
  }

  @Override
  public Boolean comesBack(Expectation.ComesBack comesBack) {
    subject.amount(comesBack.amount(), comesBack.quota(), comesBack.span());
    return true;
  }

  @Override
  public Boolean unlimited(Expectation.Unlimited unlimited) {
    return subject.quota(unlimited.quota(), Optional.empty(), unlimited.span()).isPresent();
  }

  @Override
  public Boolean allowed(Expectation.Allowed allowed) {
    return true;
  }

  @Override
  public Boolean denied(Expectation.Denied denied) {
    Optional<QuotaDraft> by = denied.by().flatMap(product.quotas::find);
    if (denied.by().isPresent() && by.isEmpty()) {
      return false;
    }
    denied.code().ifPresent(code -> code(code, by.or(subject::quota)));
    return true;
  }

  private void code(Name code, Optional<QuotaDraft> quota) {
    List<QuotaDraft> quotas = quota.map(List::of).orElse(product.allQuotas);
    List<Known> codes = new ArrayList<>();
    for (QuotaDraft each : quotas) {
      each.clauses.beyond.forEach(line -> stated(line).map(Known::of).ifPresent(codes::add));
      each.beyond.forEach(line -> denialCode(line).map(Known::builtIn).ifPresent(codes::add));
    }
    if (codes.stream().noneMatch(known -> known.name().equals(code.text()))) {
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_TITLE,
          "a code of a denial of " + quota.map(QuotaDraft::id).orElse(product.name()),
          code,
          codes);
    }
  }

  private static Optional<Name> stated(QuotaClause line) {
    if (line instanceof QuotaClause.Deny deny) {
      return deny.code();
    }
    return line instanceof QuotaClause.AllowMore more ? more.then().code() : Optional.empty();
  }

  private static Optional<String> denialCode(Beyond beyond) {
    if (beyond instanceof Beyond.Deny deny) {
      return Optional.of(deny.denial().code());
    } else if (beyond instanceof Beyond.AllowUpTo allow) {
      return Optional.of(allow.then().code());
    }
    return Optional.empty();
  }

  @Override
  public Boolean deniedStatus(Expectation.DeniedStatus deniedStatus) {
    return product
        .quantities
        .whole(deniedStatus.status(), "status", BeyondLines.LEAST_STATUS, BeyondLines.MOST_STATUS)
        .isPresent();
  }

  @Override
  public Boolean deniedMessage(Expectation.DeniedMessage deniedMessage) {
    return true;
  }

  @Override
  public Boolean notCounted(Expectation.NotCounted notCounted) {
    return true;
  }

  @Override
  public Boolean warnedAt(Expectation.WarnedAt warnedAt) {
    return true;
  }

  @Override
  public Boolean notWarned(Expectation.NotWarned notWarned) {
    return true;
  }

  @Override
  public Boolean charged(Expectation.Charged charged) {
    subject.money(charged.money());
    return true;
  }

  @Override
  public Boolean priced(Expectation.Priced priced) {
    subject.money(priced.money());
    return true;
  }

  @Override
  public Boolean slabPriced(Expectation.SlabPriced slabPriced) {
    subject.money(slabPriced.money());
    return true;
  }

  @Override
  public Boolean most(Expectation.Most most) {
    Optional<Name> addOn = most.amount().unit();
    if (addOn.isPresent()) {
      subject.amount(most.amount().number(), addOn.get());
      return true;
    } else if (product.allAddOns.size() == 1) {
      subject.amount(most.amount().number(), product.allAddOns.get(0).name());
      return true;
    }
    product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.UNIT_NOT_SAID,
                    most.span(),
                    "`%s` names no add-on".formatted(product.sources().words(most.span())))
                .withHint("say which: `most N ADDON`"));
    return false;
  }

  @Override
  public Boolean refused(Expectation.Refused refused) {
    return true;
  }

  /** Only a fact with a value for those who do not state it can be assumed. */
  @Override
  public Boolean assumed(Expectation.Assumed assumed) {
    Optional<Product.Fact> fact = product.facts.find(assumed.fact());
    fact.filter(known -> known.unlessStated().isEmpty())
        .ifPresent(
            known ->
                product
                    .findings()
                    .add(
                        Diagnostic.of(
                                DiagnosticCode.CLAUSE_MISPLACED,
                                assumed.span(),
                                "`%s` is never assumed: an account has to state it"
                                    .formatted(known.name()))
                            .withHint("say `unless stated …` where the fact is declared")));
    return fact.flatMap(
            known -> new Literals(product, known.name(), known.type()).read(assumed.value()))
        .isPresent();
  }

  @Override
  public Boolean nothingAssumed(Expectation.NothingAssumed nothingAssumed) {
    return true;
  }

  @Override
  public Boolean diagnosed(Expectation.Diagnosed diagnosed) {
    Name code = diagnosed.code();
    List<Known> codes =
        Arrays.stream(DiagnosticCode.values()).map(each -> Known.builtIn(each.code())).toList();
    Optional<DiagnosticCode> known =
        Arrays.stream(DiagnosticCode.values())
            .filter(each -> each.code().equals(code.text()))
            .findFirst();
    if (known.isEmpty()) {
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_CHOICE, "the code of a diagnostic", code, codes);
    } else if (known.get().severity() != diagnosed.severity()) {
      String word = known.get().severity() == Severity.ERROR ? "an error" : "a warning";
      product
          .findings()
          .add(
              DiagnosticCode.UNKNOWN_CHOICE,
              diagnosed.span(),
              "`%s` is %s".formatted(code.text(), word));
    }
    diagnosed
        .line()
        .ifPresent(line -> product.quantities.whole(line, "line", 1, Integer.MAX_VALUE));
    return known.isPresent();
  }

  @Override
  public Boolean notDiagnosed(Expectation.NotDiagnosed notDiagnosed) {
    return true;
  }

  /** A rule, a contract, whatever else has a title of its own, or the first words of a line. */
  @Override
  public Boolean decidedBy(Expectation.DecidedBy decidedBy) {
    Text title = decidedBy.title();
    if (product.rules.has(title.value()) || isBeginOfLine(title.value())) {
      return true;
    }
    List<Known> titles = new ArrayList<>(product.rules.known());
    for (ContractDraft contract : product.draft.contracts) {
      Text said = contract.tree.title();
      titles.add(Known.of(new Name(said.value(), said.span())));
    }
    for (QuotaDraft quota : product.allQuotas) {
      for (VersionDraft version : quota.versions) {
        if (version.declared()) {
          titles.add(Known.of(version.name()));
        }
        version.title().ifPresent(text -> titles.add(Known.builtIn(text.value())));
      }
    }
    for (AddOnDraft addOn : product.allAddOns) {
      titles.add(Known.of(addOn.name()));
      addOn.tree.title().ifPresent(text -> titles.add(Known.builtIn(text.value())));
    }
    boolean known = titles.stream().anyMatch(each -> each.name().equals(title.value()));
    if (!known) {
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_TITLE,
          "a rule or contract of " + product.name(),
          new Name(title.value(), title.span()),
          titles);
    }
    return known;
  }

  /** Whether an `allot`, `add` or `set` line or one of costs begins with these words. */
  private boolean isBeginOfLine(String words) {
    List<Span> lines = new ArrayList<>();
    for (QuotaDraft quota : product.allQuotas) {
      for (VersionDraft version : quota.versions) {
        version.allotments().forEach(line -> lines.add(line.tree().span()));
        version.costs().forEach(line -> lines.add(line.tree().span()));
      }
    }
    for (RuleDraft rule : product.allRules) {
      rule.tree.clauses().forEach(clause -> lines.add(clause.span()));
    }
    for (ContractDraft contract : product.draft.contracts) {
      contract.tree.clauses().forEach(clause -> lines.add(clause.span()));
    }
    return lines.stream()
        .map(product.sources()::words)
        .anyMatch(line -> line.equals(words) || line.startsWith(words + " "));
  }
}
