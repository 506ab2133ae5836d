package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds calls whose items would cost less in fewer calls.
 *
 * <p>Worked example: 20 inserts of 1 record at 1 credit per 10 records cost 20; one insert of 20
 * records costs 2.
 */
final class Batching {

  /** Calls that differ only in how many items they carry. */
  private record Group(ReadCall call, String parameter, long most, List<Inquiry.Times> calls) {

    long items(Inquiry.Times times) {
      Value value = times.call().params().get(parameter);
      return Math.multiplyExact(((Value.Number) value).steps(), times.times());
    }
  }

  private final Question question;

  private Batching(Question question) {
    this.question = question;
  }

  /** Cheaper ways to do what a quote asks for, in the order of its lines. */
  static List<Way> ways(Question question) {
    Batching batching = new Batching(question);
    List<Way> ways = new ArrayList<>();
    for (Group group : batching.groups()) {
      try {
        ways.addAll(batching.ways(group));
      } catch (ArithmeticException tooManyItems) {
        // More items than can be counted are not worth a proposal.
        continue;
      }
    }
    return ways;
  }

  private List<Group> groups() {
    Map<ReadCall, Group> groups = new LinkedHashMap<>();
    for (Inquiry.Times times : question.inquiry().calls()) {
      itemParameter(times.call())
          .ifPresent(
              parameter -> {
                ReadCall rest = without(times.call(), parameter.name());
                groups
                    .computeIfAbsent(
                        rest,
                        call ->
                            new Group(
                                call,
                                parameter.name(),
                                parameter.most().getAsLong(),
                                new ArrayList<>()))
                    .calls()
                    .add(times);
              });
    }
    return new ArrayList<>(groups.values());
  }

  private static ReadCall without(ReadCall call, String parameter) {
    Map<String, Value> params = new HashMap<>(call.params());
    params.remove(parameter);
    return new ReadCall(call.name(), call.declared(), params, List.of(), "");
  }

  /** The bounded parameter that counts what the call carries: the one it is priced per. */
  private Optional<Product.Parameter> itemParameter(ReadCall call) {
    return call.declared().stream()
        .flatMap(declared -> declared.parameters().values().stream())
        .filter(parameter -> parameter.most().isPresent())
        .filter(parameter -> call.params().get(parameter.name()) instanceof Value.Number)
        .filter(parameter -> isPricedPer(call, parameter.name()))
        .findFirst();
  }

  private boolean isPricedPer(ReadCall call, String parameter) {
    return question.demands().judged().stream()
        .flatMap(demand -> demand.terms().costs().stream())
        .filter(line -> line.calls().contains(call.name(), true))
        .map(CallCost::cost)
        .anyMatch(cost -> cost.accept(new PricedPer(parameter)));
  }

  private List<Way> ways(Group group) {
    long items = 0;
    long calls = 0;
    for (Inquiry.Times times : group.calls()) {
      items = Math.addExact(items, group.items(times));
      calls = Math.addExact(calls, times.times());
    }
    long perCall = Math.min(items, group.most());
    if (perCall == 0) {
      return List.of();
    }
    long full = items / perCall;
    long rest = items % perCall;
    long batches = full + (rest > 0 ? 1 : 0);
    if (batches >= calls) {
      return List.of();
    }
    List<Inquiry.Times> batched = new ArrayList<>();
    batched.add(new Inquiry.Times(group.call().with(group.parameter(), perCall), full));
    if (rest > 0) {
      batched.add(new Inquiry.Times(group.call().with(group.parameter(), rest), 1));
    }
    return compare(group, batches, perCall, batched);
  }

  private List<Way> compare(Group group, long batches, long perCall, List<Inquiry.Times> batched) {
    Optional<Demands> now = question.demandsOf(group.calls());
    Optional<Demands> then = question.demandsOf(batched);
    List<Way> ways = new ArrayList<>();
    for (Demand demand : now.map(Demands::judged).orElse(List.of())) {
      Optional<Demand> other =
          then.stream()
              .flatMap(demands -> demands.judged().stream())
              .filter(one -> one.quota().equals(demand.quota()))
              .findFirst();
      if (other.filter(one -> one.cost() > demand.cost()).isPresent()) {
        return List.of();
      }
      if (other.filter(one -> one.cost() < demand.cost()).isPresent()
          && !(demand.quota().window() instanceof Window.InFlight)) {
        ways.add(
            new Way.Batch(
                group.call().name(),
                group.parameter(),
                batches,
                perCall,
                demand.quota().name(),
                demand.units(other.get().cost()),
                demand.units(demand.cost())));
      }
    }
    return ways;
  }
}
