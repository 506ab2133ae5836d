package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.parse.Parsed;
import dev.tollgate.grammar.parse.SourceParser;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Texts to policy. Thread safe; it throws for no text at all. */
public final class Compiler {

  /** Each stage needs what the ones above it found out; the comments say what. */
  private static final List<Stage> STAGES =
      List.of(
          // Names may be used above their declaration and in other files: all are entered first.
          new DeclareProducts(),
          // Groups hold calls by pattern, so all calls come before any group.
          new DeclareCalls(),
          new CheckSubjects(),
          // Rules and contracts change products, so these must be there.
          new AssignDeclarations(),
          // What a parameter is shows in the lines that use it: rules and contracts included.
          new ParameterTypes(),
          // Amounts, costs and conditions need names and types, and nothing else.
          new ReadQuotas(),
          // Add-ons, rules and contracts speak of quotas in the quotas' units and windows.
          new ReadAddOns(),
          new ReadRules(),
          new ReadContracts(),
          // Lines are compared with each other once all of them are read.
          new CheckVersions(),
          new CheckEditionsAllotted(),
          new CheckAllotments(),
          new CheckCaps(),
          new CheckOrderOfEditions(),
          new CheckCosts(),
          new CheckHiddenCosts(),
          new CheckBeyond(),
          new CheckPrices(),
          new CheckCliffs(),
          new CheckPriceTurns(),
          new CheckAddOns(),
          new CheckNeeds(),
          new CheckRules(),
          new CheckContracts(),
          new CheckEffects(),
          // A name that tests alone use is not used, so tests come after.
          new CheckUnused(),
          new CheckCallNames(),
          new CheckTests(),
          new CheckClaims(),
          new CheckTested(),
          // Every name has been looked up by now: what nobody declared is reported name by name.
          new ReportUnknownNames(),
          // All errors are known by now, and with them what cannot be said for certain.
          new DropMisdated(),
          new DropDoubtful(),
          // What is said twice in the same words can go, wherever a stage above has found it.
          new MendRepeated(),
          // An accept can match any warning, so all of them must be there.
          new ApplyAccepts());

  private Compiler() {}

  /**
   * Compiles files into a policy.
   *
   * @param sources in any order; their names are distinct
   * @return the policy, if nothing is wrong, and everything that was found
   */
  public static Compiled compile(List<SourceText> sources) {
    return compile(sources, List.of());
  }

  /**
   * Compiles files beside others that could not be read.
   *
   * @param unreadable what is wrong with those: errors
   */
  public static Compiled compile(List<SourceText> sources, List<Diagnostic> unreadable) {
    List<SourceText> sorted =
        sources.stream().sorted(Comparator.comparing(SourceText::name)).toList();
    Findings findings = new Findings();
    findings.addAll(unreadable);
    List<SourceTree> trees = new ArrayList<>();
    for (Parsed parsed : sorted.parallelStream().map(SourceParser::parse).toList()) {
      trees.add(parsed.tree());
      findings.addAll(parsed.diagnostics());
    }
    Draft draft = new Draft(trees, !unreadable.isEmpty(), findings);
    STAGES.forEach(stage -> stage.run(draft));
    Optional<Policy> policy =
        findings.hasErrors() ? Optional.empty() : Optional.of(BuildPolicy.of(draft, sorted));
    // What is claimed of the policy as a whole is judged last, when there is one.
    policy.ifPresent(built -> new ProveClaims(draft, built).run());
    policy = policy.filter(built -> !findings.hasErrors());
    return new Compiled(policy, findings.sorted(), draft.tests, draft.checks, sorted);
  }
}
