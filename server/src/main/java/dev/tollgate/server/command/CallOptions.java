package dev.tollgate.server.command;

import dev.tollgate.engine.decide.QuoteRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where calls come from and when, beside what they are. */
final class CallOptions {

  @Option(
      names = "--key",
      paramLabel = "NAME=VALUE",
      description = "A key of the calls, such as app=zapier.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--channel",
      paramLabel = "NAME",
      description = "Where the calls come from, such as ui.")
  private Optional<String> channel = Optional.empty();

  @Mixin private MomentOption moment;

  /** When they are; empty for now. */
  Optional<String> at() {
    return moment.at();
  }

  /**
   * What is asked of these calls and of a purchase. Calls of a quote follow each other, so how many
   * are in flight at once is not asked.
   *
   * @param buy amounts by add-on
   * @throws BadUsage if an option has a form that no product could understand
   */
  QuoteRequest request(
      Question question, String product, List<String> calls, Map<String, BigDecimal> buy) {
    return new QuoteRequest(
        product,
        question.asker(),
        calls.stream().map(CallOptions::line).toList(),
        Assignments.of("--key", keys),
        channel,
        buy,
        false,
        Optional.of(question.at()));
  }

  private static QuoteRequest.Line line(String argument) {
    CallReader.Repeated read = CallReader.read(argument);
    return new QuoteRequest.Line(read.call().asked(), read.times());
  }
}
