package dev.tollgate.server.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command: says which commands there are. */
@Command(
    name = "tollgate",
    description = "API limits, costs and prices written down as rules, tested, and answered.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Exit codes: 0 nothing to report, 1 findings, 2 bad usage or unreadable input,",
      "70 a fault of this program (TOLLGATE_DEBUG=1 prints where)."
    })
final class Tollgate implements Runnable {

  @Spec private CommandSpec spec;

  private Tollgate() {}

  /** All commands, in the order in which help lists them. */
  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine commands =
        new CommandLine(new Tollgate())
            .addSubcommand(new ServeCommand(surroundings))
            .addSubcommand(new CheckCommand(surroundings))
            .addSubcommand(new TestCommand(surroundings))
            .addSubcommand(new FmtCommand(surroundings))
            .addSubcommand(new ExplainCommand(surroundings))
            .addSubcommand(new QuoteCommand(surroundings))
            .addSubcommand(new HelpCommand(surroundings));
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(new Failures(surroundings)::ofUsage)
        .setExecutionExceptionHandler(new Failures(surroundings)::ofExecution)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
