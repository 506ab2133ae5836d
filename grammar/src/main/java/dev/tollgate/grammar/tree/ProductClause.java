package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** A line of a product. */
public sealed interface ProductClause {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `zone UTC`. */
  record Zone(Name zone, Span span) implements ProductClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.zone(this);
    }
  }

  /** `unit credit, credits to 1 decimal place`. */
  record Unit(Name singular, Optional<Name> plural, Optional<Numeral> decimals, Span span)
      implements ProductClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unit(this);
    }
  }

  /** `seat user, users`. */
  record Seat(Name singular, Optional<Name> plural, Span span) implements ProductClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.seat(this);
    }
  }

  /** `fact paid yes or no, unless stated no`. */
  record Fact(Name name, ValueType type, Optional<Literal> unlessStated, Span span)
      implements ProductClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fact(this);
    }
  }

  /** `key app, user`. */
  record Keys(List<Name> names, Span span) implements ProductClause {
    public Keys {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.keys(this);
    }
  }

  /** `edition enterprise "Enterprise" also zoho_one number 3`. */
  record Edition(
      Name name, Optional<Text> title, List<Name> also, Optional<Numeral> number, Span span)
      implements ProductClause {
    public Edition {
      also = List.copyOf(also);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.edition(this);
    }
  }

  /**
   * `calls records.insert with records up to 100`; `with calls up to 5` makes a composite, whose
   * bound is `subCalls`.
   */
  record Calls(List<Name> names, List<Parameter> parameters, Optional<Numeral> subCalls, Span span)
      implements ProductClause {
    public Calls {
      names = List.copyOf(names);
      parameters = List.copyOf(parameters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.calls(this);
    }
  }

  /** `calls open`: names that are not declared may be asked about too. */
  record CallsOpen(Span span) implements ProductClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.callsOpen(this);
    }
  }

  /** `calls writes are *.create, *.update except tags.create`. */
  record CallGroup(Name name, List<Name> members, List<Name> except, Span span)
      implements ProductClause {
    public CallGroup {
      members = List.copyOf(members);
      except = List.copyOf(except);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.callGroup(this);
    }
  }

  /**
   * `quota credits "API credits" in credits { … }`; the unit may be `calls`, a currency or a length
   * of time.
   */
  record Quota(Name name, Optional<Text> title, Name unit, List<QuotaClause> clauses, Span span)
      implements ProductClause {
    public Quota {
      clauses = List.copyOf(clauses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.quota(this);
    }
  }

  /** `addon extra_credits { … }`. */
  record AddOn(Name name, Optional<Text> title, List<AddOnClause> clauses, Span span)
      implements ProductClause {
    public AddOn {
      clauses = List.copyOf(clauses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addOn(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R zone(Zone zone);

    R unit(Unit unit);

    R seat(Seat seat);

    R fact(Fact fact);

    R keys(Keys keys);

    R edition(Edition edition);

    R calls(Calls calls);

    R callsOpen(CallsOpen callsOpen);

    R callGroup(CallGroup callGroup);

    R quota(Quota quota);

    R addOn(AddOn addOn);
  }
}
