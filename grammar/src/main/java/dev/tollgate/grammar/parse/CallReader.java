package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.CallChoice;
import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.Name;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which calls a line is for, and cost lines as a whole. */
final class CallReader {

  private final Reading reading;
  private final ConditionReader conditions;
  private final ChargeReader charges;

  CallReader(Reading reading) {
    this.reading = reading;
    this.conditions = new ConditionReader(reading);
    this.charges = new ChargeReader(reading);
  }

  CallCost cost(TollParser.CallCostContext context) {
    CallChoice calls =
        context.anyCall() == null ? named(context.selectors()) : any(context.anyCall());
    return new CallCost(
        calls,
        conditions.when(context.when()),
        charges.visit(context.charge()),
        reading.span(context));
  }

  CallChoice choice(TollParser.CallChoiceContext context) {
    return context.anyCall() == null ? named(context.selectors()) : any(context.anyCall());
  }

  List<Name> names(TollParser.SelectorsContext selectors) {
    return reading.names(selectors.selector());
  }

  List<Name> namesIfAny(TollParser.@Nullable SelectorsContext selectors) {
    return Optional.ofNullable(selectors).map(this::names).orElse(List.of());
  }

  private CallChoice any(TollParser.AnyCallContext context) {
    return context.OTHER() == null
        ? new CallChoice.Every(reading.span(context))
        : new CallChoice.EveryOther(reading.span(context));
  }

  private CallChoice named(TollParser.SelectorsContext selectors) {
    return new CallChoice.Named(names(selectors), reading.span(selectors));
  }
}
