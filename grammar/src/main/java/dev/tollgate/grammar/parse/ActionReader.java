package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Action;
import dev.tollgate.grammar.tree.Argument;
import dev.tollgate.grammar.tree.KeyValue;
import dev.tollgate.grammar.tree.SubCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what happens in a step of a test. */
final class ActionReader extends TreeReader<Action> {

  private final Reading reading;
  private final LiteralReader literals;

  ActionReader(Reading reading) {
    this.reading = reading;
    this.literals = new LiteralReader(reading);
  }

  @Override
  public Action visitConsume(TollParser.ConsumeContext context) {
    return new Action.Consume(reading.quantity(context.quantity()), reading.span(context));
  }

  @Override
  public Action visitCallAction(TollParser.CallActionContext context) {
    List<SubCall> subCalls = new ArrayList<>();
    for (TollParser.SubCallContext call : context.subCall()) {
      subCalls.add(
          new SubCall(
              reading.name(call.selector()), arguments(call.arguments()), reading.span(call)));
    }
    List<KeyValue> keys = new ArrayList<>();
    for (TollParser.KeyValueContext key : context.keyValue()) {
      keys.add(new KeyValue(reading.name(key.name()), reading.text(key.text()), reading.span(key)));
    }
    return new Action.Call(
        reading.name(context.selector()),
        subCalls,
        arguments(context.arguments()),
        keys,
        reading.nameIfAny(context.word()),
        reading.numeralIfAny(context.NUMBER()),
        reading.span(context));
  }

  @Override
  public Action visitEndCall(TollParser.EndCallContext context) {
    return new Action.Commit(List.of(), Optional.empty(), false, reading.span(context));
  }

  @Override
  public Action visitCommit(TollParser.CommitContext context) {
    return new Action.Commit(
        arguments(context.arguments()),
        Optional.ofNullable(context.quantity()).map(reading::quantity),
        context.FAILED() != null,
        reading.span(context));
  }

  @Override
  public Action visitCancel(TollParser.CancelContext context) {
    return new Action.Cancel(reading.span(context));
  }

  @Override
  public Action visitBuy(TollParser.BuyContext context) {
    return new Action.Buy(
        reading.numeral(context.NUMBER()), reading.name(context.word()), reading.span(context));
  }

  private List<Argument> arguments(TollParser.@Nullable ArgumentsContext context) {
    List<Argument> arguments = new ArrayList<>();
    if (context != null) {
      for (TollParser.ArgumentContext argument : context.argument()) {
        arguments.add(
            new Argument(
                reading.name(argument.name()),
                literals.visit(argument.literal()),
                reading.span(argument)));
      }
    }
    return arguments;
  }
}
