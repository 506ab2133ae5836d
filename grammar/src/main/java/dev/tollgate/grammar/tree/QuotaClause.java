package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** A line of a quota, or of a version of it. */
public sealed interface QuotaClause
    permits CallCost,
        QuotaClause.Allot,
        QuotaClause.AllowAndReport,
        QuotaClause.AllowMore,
        QuotaClause.Counts,
        QuotaClause.Deny,
        QuotaClause.FailedCalls,
        QuotaClause.Grandfather,
        QuotaClause.Per,
        QuotaClause.RestartsAt,
        QuotaClause.Turns,
        QuotaClause.Version,
        QuotaClause.WarnAt,
        QuotaClause.Was {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `counts records.* except records.list when channel is api`. */
  record Counts(CallChoice calls, List<Name> except, Optional<Condition> when, Span span)
      implements QuotaClause {
    public Counts {
      except = List.copyOf(except);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.counts(this);
    }
  }

  /**
   * `per account, app` or, when `allAccounts`, `per all accounts, region`; `account` is never among
   * the keys.
   */
  record Per(boolean allAccounts, List<Name> keys, Span span) implements QuotaClause {
    public Per {
      keys = List.copyOf(keys);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.per(this);
    }
  }

  /** `window rolling 24 hours`. */
  record Turns(Window window, Span span) implements QuotaClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.turns(this);
    }
  }

  /** `allot standard base 5_000 + 250 per user cap 100_000`, its `plus` lines added in. */
  record Allot(
      EditionChoice editions, Amount amount, Optional<Cap> cap, Optional<Condition> when, Span span)
      implements QuotaClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allot(this);
    }
  }

  /** `failed calls cost nothing`, or `cost the same` when false. */
  record FailedCalls(boolean free, Span span) implements QuotaClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failedCalls(this);
    }
  }

  /** `warn at 80%, 90%`. */
  record WarnAt(List<Numeral> percents, Span span) implements QuotaClause {
    public WarnAt {
      percents = List.copyOf(percents);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.warnAt(this);
    }
  }

  /** `was api_calls`: the quota's name until now. */
  record Was(Name oldName, Span span) implements QuotaClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.was(this);
    }
  }

  /** `restarts at 2026-01-01`: what was consumed before is forgotten. */
  record RestartsAt(PointInTime point, Span span) implements QuotaClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.restartsAt(this);
    }
  }

  /** `deny CODE "message"` with its `status`, `header` and `body` lines. */
  record Deny(
      Optional<Name> code,
      Optional<Text> message,
      Optional<Period> period,
      Optional<Condition> when,
      Optional<Numeral> status,
      List<Header> headers,
      Optional<Json> body,
      Span span)
      implements QuotaClause {
    public Deny {
      headers = List.copyOf(headers);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.deny(this);
    }
  }

  /** `allow up to 10% more, then deny …`. */
  record AllowMore(Numeral percent, Deny then, Span span) implements QuotaClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allowMore(this);
    }
  }

  /** `allow and report`: measured, never enforced. */
  record AllowAndReport(Optional<Period> period, Optional<Condition> when, Span span)
      implements QuotaClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allowAndReport(this);
    }
  }

  /**
   * `version api_credits from 2025-10-08 { … }`, which holds allotments, costs, `failed calls` and
   * `grandfather`.
   */
  record Version(
      Name name,
      Optional<Text> title,
      Optional<Period> period,
      List<QuotaClause> clauses,
      Span span)
      implements QuotaClause {
    public Version {
      clauses = List.copyOf(clauses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.version(this);
    }
  }

  /** `grandfather api_limits { … }`: older accounts keep the greater amount. */
  record Grandfather(
      Name version,
      Optional<Condition> accounts,
      boolean keepGreater,
      Optional<PeriodEnd> until,
      Span span)
      implements QuotaClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.grandfather(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R counts(Counts counts);

    R per(Per per);

    R turns(Turns turns);

    R allot(Allot allot);

    R failedCalls(FailedCalls failedCalls);

    R warnAt(WarnAt warnAt);

    R was(Was was);

    R restartsAt(RestartsAt restartsAt);

    R deny(Deny deny);

    R allowMore(AllowMore allowMore);

    R allowAndReport(AllowAndReport allowAndReport);

    R version(Version version);

    R grandfather(Grandfather grandfather);

    R callCost(CallCost callCost);
  }
}
