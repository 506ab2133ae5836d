package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Expectation;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Text;
import java.util.ArrayList;
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
      for (Beyond beyond : each.beyond) {
        denialCode(beyond).map(Known::builtIn).ifPresent(codes::add);
      }
    }
    if (codes.stream().noneMatch(known -> known.name().equals(code.text()))) {
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_TITLE,
          "a code of a denial of " + quota.map(QuotaDraft::id).orElse(product.name()),
          code,
          codes);
    }
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

  /** A rule, a contract, or whatever else has a title of its own. */
  @Override
  public Boolean decidedBy(Expectation.DecidedBy decidedBy) {
    Text title = decidedBy.title();
    if (product.rules.has(title.value())) {
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
}
