package dev.tollgate.server.command;

import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.grammar.diagnostic.Band;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.HelpPage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains commands and the codes of diagnostics, and lists both. */
@Command(
    name = "help",
    description = "Explain a command or the code of a diagnostic; without either list all.",
    helpCommand = true)
final class HelpCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "TOPIC",
      description = "Commands such as check, codes such as T204.")
  private List<String> topics = new ArrayList<>();

  private final HelpText text;

  HelpCommand(Surroundings surroundings) {
    this.text = new HelpText(surroundings.colour());
  }

  @Override
  public void run() {
    CommandLine root = spec.commandLine().getParent();
    PrintWriter out = spec.commandLine().getOut();
    if (topics.isEmpty()) {
      root.usage(out);
      for (Band band : Band.values()) {
        out.print(text.list(band, codes(band)));
      }
      return;
    }
    List<String> explained = topics.stream().map(topic -> explain(root, topic)).toList();
    out.print(String.join("\n", explained));
  }

  private String explain(CommandLine root, String topic) {
    Optional<CommandLine> command = Optional.ofNullable(root.getSubcommands().get(topic));
    return command
        .map(CommandLine::getUsageMessage)
        .or(() -> code(topic).map(HelpPage::of).map(text::page))
        .orElseThrow(() -> unknown(root, topic));
  }

  /** The code, in small letters or without its letter too: a number is used once. */
  private static Optional<DiagnosticCode> code(String topic) {
    String wanted = topic.toUpperCase(Locale.ROOT);
    return Arrays.stream(DiagnosticCode.values())
        .filter(code -> code.code().equals(wanted) || code.code().substring(1).equals(wanted))
        .findFirst();
  }

  private static List<DiagnosticCode> codes(Band band) {
    return Arrays.stream(DiagnosticCode.values())
        .filter(code -> code.band() == band)
        .sorted(Comparator.comparing(HelpCommand::number))
        .toList();
  }

  private static Integer number(DiagnosticCode code) {
    return Integer.valueOf(code.code().substring(1));
  }

  private static BadUsage unknown(CommandLine root, String topic) {
    Map<String, CommandLine> commands = root.getSubcommands();
    Optional<String> nearest =
        nearestCode(topic).or(() -> NearestName.of(topic, commands.keySet()));
    return new BadUsage(
        "there is no command or code `"
            + topic
            + "`"
            + nearest.map(name -> "; did you mean `" + name + "`?").orElse(""),
        "`" + root.getCommandName() + " help` lists all of them");
  }

  /** Of something that looks like a code the one with the nearest number. */
  private static Optional<String> nearestCode(String topic) {
    if (!topic.matches("[A-Za-z]?[0-9]{1,4}")) {
      return Optional.empty();
    }
    int wanted = Integer.parseInt(topic.replaceAll("[A-Za-z]", ""));
    return Arrays.stream(DiagnosticCode.values())
        .min(Comparator.comparingInt(code -> Math.abs(number(code) - wanted)))
        .map(DiagnosticCode::code);
  }
}
