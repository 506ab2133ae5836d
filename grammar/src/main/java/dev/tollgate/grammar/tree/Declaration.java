package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** What stands at the left margin of a file. */
public sealed interface Declaration {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `product crm "CRM" { … }`. */
  record Product(Name name, Optional<Text> title, List<ProductClause> clauses, Span span)
      implements Declaration {
    public Product {
      clauses = List.copyOf(clauses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.product(this);
    }
  }

  /** `rule "EU launch promotion" for crm.credits { … }`. */
  record Rule(Text title, Target target, List<RuleClause> clauses, Span span)
      implements Declaration {
    public Rule {
      clauses = List.copyOf(clauses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rule(this);
    }
  }

  /** `contract "ACME 2026" for crm account acme { … }`. */
  record Contract(Text title, Name product, Text account, List<ContractClause> clauses, Span span)
      implements Declaration {
    public Contract {
      clauses = List.copyOf(clauses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.contract(this);
    }
  }

  /**
   * `tests for crm.credits as of 2026-01-01`: the header of the tests and checks below it, until
   * the next one.
   */
  record TestsFor(Target target, Optional<PointInTime> asOf, Span span) implements Declaration {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.testsFor(this);
    }
  }

  /**
   * `test "…" { … }`; one with a table is a test for each row of it.
   *
   * @param row which of them this is
   */
  record Test(Text title, Optional<CaseOfTable> row, List<TestClause> clauses, Span span)
      implements Declaration {
    public Test {
      clauses = List.copyOf(clauses);
    }

    /** What results call it: the title with the cells of the row in it. */
    public String name() {
      return row.map(of -> of.named(title.value())).orElse(title.value());
    }

    /** Where it stands: its row, or its title. */
    public Span place() {
      return row.map(CaseOfTable::span).orElse(title.span());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.test(this);
    }
  }

  /** `check "…" { … }`. */
  record Check(Text title, List<Claim> claims, Span span) implements Declaration {
    public Check {
      claims = List.copyOf(claims);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.check(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R product(Product product);

    R rule(Rule rule);

    R contract(Contract contract);

    R testsFor(TestsFor testsFor);

    R test(Test test);

    R check(Check check);
  }
}
