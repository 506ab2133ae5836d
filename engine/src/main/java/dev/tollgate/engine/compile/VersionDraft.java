package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Period;
import dev.tollgate.grammar.tree.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of a quota during one stretch of time, read.
 *
 * @param name of a version; of the quota where it declares none
 * @param declared whether the text declares it as a version
 * @param period its dates as they are written
 * @param during empty when it is wrong and reported
 */
record VersionDraft(
    Name name,
    Optional<Text> title,
    boolean declared,
    Optional<Period> period,
    Optional<Stretch> during,
    List<AllotLine> allotments,
    List<CostLine> costs,
    boolean failedCallsCost,
    Optional<QuotaVersion.Grandfathering> grandfathering) {

  VersionDraft {
    allotments = List.copyOf(allotments);
    costs = List.copyOf(costs);
  }

  /**
   * Equal versions stand at one place; to hash all that they say takes longer than the checks do.
   */
  @Override
  public int hashCode() {
    return name.span().start().offset();
  }

  /** Where it says when it is in force; its name, where it does not. */
  Span dates() {
    return period.map(Period::span).orElse(name.span());
  }

  /** The version of a policy, once everything is known to be right. */
  QuotaVersion build(Sources sources) {
    String called = declared ? name.text() : "";
    return new QuotaVersion(
        called,
        title.map(Text::value).orElse(called),
        during.orElseThrow(),
        allotments.stream().flatMap(line -> build(line, sources).stream()).toList(),
        costs.stream().map(line -> line.built().orElseThrow()).toList(),
        failedCallsCost,
        grandfathering,
        sources.place(name.span()));
  }

  private static List<Allotment> build(AllotLine line, Sources sources) {
    Set<String> editions = line.editions().equals(Set.of("")) ? Set.of() : line.editions();
    String text = sources.words(line.tree().span());
    return line.grants().stream()
        .map(
            part ->
                new Allotment(
                    editions, part.when(), part.grant(), text, sources.place(line.tree().span())))
        .toList();
  }
}
