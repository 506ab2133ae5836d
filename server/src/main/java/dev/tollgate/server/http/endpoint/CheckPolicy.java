package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.decide.PolicyChange;
import dev.tollgate.engine.decide.PolicyChange.Refusal;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.DiagnosticJson;
import dev.tollgate.server.http.answer.PolicyJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.RequestBody;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.Pointer;
import dev.tollgate.server.http.json.Problems;
import dev.tollgate.server.http.request.PolicyCandidateReader;
import dev.tollgate.server.http.request.PolicyCandidateReader.PolicyCandidate;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Would this text be taken, beside the other files in force? Changes nothing. */
public final class CheckPolicy implements Endpoint {

  private final PolicyInForce policy;
  private final PolicyChange change;

  public CheckPolicy(PolicyInForce policy, PolicyChange change) {
    this.policy = policy;
    this.change = change;
  }

  @Override
  public void answer(Context context, Caller caller) {
    Problems problems = new Problems();
    Optional<PolicyCandidate> candidate =
        PolicyCandidateReader.read(
            new JsonValue(RequestBody.json(context), Pointer.ROOT, problems));
    problems.refuseIfAny();
    SourceText text = candidate.map(it -> SourceText.of(it.file(), it.text())).orElseThrow();
    Compiled compiled = Compiler.compile(sourcesWith(text));
    List<Refusal> conflicts = compiled.policy().map(change::refusals).orElse(List.of());
    Responses.ok(
        context,
        json ->
            json.object(
                () -> {
                  json.yesOrNo("accepted", compiled.policy().isPresent() && conflicts.isEmpty());
                  json.text("hash", compiled.policy().map(Policy::hash));
                  DiagnosticJson.write(json, "diagnostics", compiled.diagnostics());
                  PolicyJson.conflicts(json, conflicts);
                  json.text("canonical", Formatter.format(text));
                }));
  }

  private List<SourceText> sourcesWith(SourceText candidate) {
    List<SourceText> sources = new ArrayList<>();
    policy
        .current()
        .policy()
        .files()
        .forEach(
            (name, text) -> {
              if (!name.equals(candidate.name())) {
                sources.add(SourceText.of(name, text));
              }
            });
    sources.add(candidate);
    return sources;
  }
}
