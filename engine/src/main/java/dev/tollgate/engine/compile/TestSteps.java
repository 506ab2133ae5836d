package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Value;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Action;
import dev.tollgate.grammar.tree.Argument;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.SubCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges what happens in a step of a test; answers whether it is right as far as is known. */
final class TestSteps implements Action.Visitor<Boolean> {

  private final TestSubject subject;
  private final ProductDraft product;

  TestSteps(TestSubject subject) {
    this.subject = subject;
    this.product = subject.product();
  }

  @Override
  public Boolean consume(Action.Consume consume) {
    subject.amount(consume.amount(), Optional.empty(), consume.span());
    return true;
  }

  @Override
  public Boolean call(Action.Call call) {
    Optional<CallDraft> declared = call(call.call(), call.arguments());
    call.subCalls().forEach(inner -> call(inner.call(), inner.arguments()));
    declared.ifPresent(found -> composite(found, call.subCalls()));
    call.keys().forEach(key -> product.keys.find(key.key()));
    call.times().ifPresent(this::times);
    return true;
  }

  private void times(Numeral times) {
    product.quantities.whole(times, "number of times", 1, Integer.MAX_VALUE);
  }

  private Optional<CallDraft> call(Name name, List<Argument> arguments) {
    boolean undeclared = !product.calls.has(name.text()) && product.isOpen();
    Optional<CallDraft> call = undeclared ? Optional.empty() : product.calls.find(name);
    Map<String, Name> seen = new HashMap<>();
    for (Argument argument : arguments) {
      Name parameter = argument.parameter();
      Name first = seen.putIfAbsent(parameter.text(), parameter);
      if (first != null) {
        product
            .findings()
            .add(Names.declaredTwice(parameter.text(), parameter.span(), first.span()));
      }
      call.ifPresent(found -> argument(found, argument));
      if (undeclared) {
        unknown(parameter, "calls that nobody declared", List.of());
      }
    }
    return call;
  }

  private void argument(CallDraft call, Argument argument) {
    Name name = argument.parameter();
    ParameterDraft parameter = call.parameters().get(name.text());
    if (parameter == null) {
      List<Known> known =
          call.parameters().values().stream().map(has -> Known.of(has.name)).toList();
      unknown(name, "`" + call.name().text() + "`", known);
      return;
    } else if (parameter.isUnclear()) {
      return;
    }
    Optional<Value> value =
        new Literals(product, name.text(), parameter.type()).read(argument.value());
    boolean tooMany =
        value.isPresent()
            && parameter.most().isPresent()
            && value.get() instanceof Value.Number number
            && number.steps() > parameter.most().getAsLong();
    if (tooMany) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.NUMBER_OUT_OF_RANGE,
                      argument.span(),
                      "`%s` has at most %s `%s`"
                          .formatted(
                              call.name().text(),
                              Wording.number(parameter.most().getAsLong()),
                              name.text()))
                  .withRelated(parameter.name.span(), "declared here")
                  .withHint("if the call is to be refused, say `expect refused`"));
    }
  }

  private void composite(CallDraft call, List<SubCall> inner) {
    if (inner.isEmpty()) {
      return;
    } else if (call.composedOf().isEmpty()) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.NOT_A_COMPOSITE,
                      inner.get(0).span(),
                      "`%s` has no calls in it".formatted(call.name().text()))
                  .withRelated(call.name().span(), "declared here"));
    } else if (inner.size() > call.composedOf().getAsInt()) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.NUMBER_OUT_OF_RANGE,
                      inner.get(call.composedOf().getAsInt()).span(),
                      "`%s` has at most %d calls in it"
                          .formatted(call.name().text(), call.composedOf().getAsInt()))
                  .withRelated(call.name().span(), "declared here"));
    }
  }

  @Override
  public Boolean commit(Action.Commit commit) {
    commit.cost().ifPresent(cost -> subject.amount(cost, Optional.empty(), commit.span()));
    for (Argument argument : commit.arguments()) {
      List<Known> known = new ArrayList<>();
      product.calls.values().stream()
          .flatMap(call -> call.parameters().values().stream())
          .map(parameter -> Known.of(parameter.name))
          .forEach(known::add);
      Name name = argument.parameter();
      if (known.stream().noneMatch(each -> each.name().equals(name.text()))) {
        unknown(name, "any call", known);
      }
    }
    return true;
  }

  @Override
  public Boolean cancel(Action.Cancel cancel) {
    return true;
  }

  @Override
  public Boolean buy(Action.Buy buy) {
    subject.amount(buy.amount(), buy.addOn());
    return true;
  }

  @Override
  public Boolean change(Action.Change change) {
    TestAccounts accounts = new TestAccounts(product);
    change.items().forEach(item -> item.accept(accounts));
    return true;
  }

  private void unknown(Name name, String calls, List<Known> known) {
    product.draft.unknowns.use(
        DiagnosticCode.UNKNOWN_PARAMETER, "a parameter of " + calls, name, known);
  }
}
