package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.PointInTime;
import dev.tollgate.grammar.tree.SourceTree;
import dev.tollgate.grammar.tree.Target;
import dev.tollgate.grammar.tree.Text;
import java.util.Optional;

/** Gives rules and contracts to their products, and tests and checks to the header above them. */
final class AssignDeclarations implements Stage {

  @Override
  public void run(Draft draft) {
    for (SourceTree tree : draft.trees) {
      OneFile file = new OneFile(draft);
      tree.declarations().forEach(declaration -> declaration.accept(file));
    }
  }

  /** A header is good to the end of its file. Every declaration is taken: the answer is true. */
  private static final class OneFile implements Declaration.Visitor<Boolean> {

    private final Draft draft;
    private Optional<Declaration.TestsFor> header = Optional.empty();
    private boolean saidThatHeaderIsMissing;

    OneFile(Draft draft) {
      this.draft = draft;
    }

    @Override
    public Boolean product(Declaration.Product product) {
      return true;
    }

    @Override
    public Boolean rule(Declaration.Rule rule) {
      Target target = rule.target();
      Optional<ProductDraft> product = draft.productNames.find(target.product());
      if (target.quota().isEmpty()) {
        draft.findings.add(
            Diagnostic.of(
                    DiagnosticCode.UNCLEAR_QUOTA,
                    target.span(),
                    "a rule is for one quota, and `%s` is a product"
                        .formatted(target.product().text()))
                .withHint("name the quota too: `%s.QUOTA`".formatted(target.product().text())));
      }
      if (product.isPresent()) {
        Optional<QuotaDraft> quota = target.quota().flatMap(product.get().quotas::find);
        quota.ifPresentOrElse(
            found -> enter(new RuleDraft(found, rule)),
            () -> product.get().rulesWithoutQuota.add(new RuleClauses(rule.clauses())));
      }
      return true;
    }

    private void enter(RuleDraft rule) {
      Text title = rule.tree.title();
      rule.product.allRules.add(rule);
      rule.product.rules.declare(new Name(title.value(), title.span()), rule);
    }

    @Override
    public Boolean contract(Declaration.Contract contract) {
      draft
          .productNames
          .find(contract.product())
          .ifPresent(product -> enter(new ContractDraft(product, contract)));
      return true;
    }

    private void enter(ContractDraft contract) {
      Text title = contract.tree.title();
      Optional.ofNullable(contract.product.contractTitles.putIfAbsent(title.value(), title))
          .ifPresent(
              first ->
                  draft.findings.add(
                      Names.declaredTwice(title.value(), title.span(), first.span())));
      draft.contracts.add(contract);
    }

    @Override
    public Boolean testsFor(Declaration.TestsFor testsFor) {
      header = Optional.of(testsFor);
      return true;
    }

    @Override
    public Boolean test(Declaration.Test test) {
      if (hasHeader(test.title().span())) {
        draft.tests.add(new WrittenTest(header.get().target(), asOf(), test));
      }
      return true;
    }

    @Override
    public Boolean check(Declaration.Check check) {
      if (hasHeader(check.title().span())) {
        draft.checks.add(new WrittenCheck(header.get().target(), asOf(), check));
      }
      return true;
    }

    private Optional<PointInTime> asOf() {
      return header.flatMap(Declaration.TestsFor::asOf);
    }

    private boolean isHeaderDamaged() {
      return draft.isUnread("tests") || draft.isUnread("for");
    }

    /** Said once: the tests below it lack the same line. */
    private boolean hasHeader(Span title) {
      if (header.isEmpty() && !saidThatHeaderIsMissing && !isHeaderDamaged()) {
        saidThatHeaderIsMissing = true;
        draft.findings.add(
            Diagnostic.of(
                    DiagnosticCode.TEST_WITHOUT_HEADER,
                    title,
                    "nothing above says what this is a test of")
                .withHint("begin with a line such as `tests for crm.credits as of 2026-01-01`"));
      }
      return header.isPresent();
    }
  }
}
