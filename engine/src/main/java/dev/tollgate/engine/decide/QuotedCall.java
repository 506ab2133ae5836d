package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The call that a quote is for. Two are equal when they ask for the same, however it was written.
 *
 * @param account whose counters were asked
 */
public record QuotedCall(
    String product,
    Optional<String> account,
    Call call,
    Map<String, String> keys,
    Optional<String> channel) {

  public QuotedCall {
    keys = Map.copyOf(keys);
  }

  /**
   * A call by itself.
   *
   * @param parts the calls inside a composite
   */
  public record Call(String name, Map<String, Value> params, List<Call> parts) {

    public Call {
      params = Map.copyOf(params);
      parts = List.copyOf(parts);
    }

    private static Call of(ReadCall read) {
      return new Call(read.name(), read.params(), read.parts().stream().map(Call::of).toList());
    }
  }

  /** What an inquiry about one call is for. */
  static QuotedCall of(Inquiry inquiry) {
    return new QuotedCall(
        inquiry.product().name(),
        inquiry.account(),
        Call.of(inquiry.calls().get(0).call()),
        inquiry.keys(),
        inquiry.channel());
  }
}
