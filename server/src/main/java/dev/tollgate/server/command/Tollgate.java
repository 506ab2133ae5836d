package dev.tollgate.server.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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

  /**
   * A program that knows the command named first, or all of them where none is: to read what each
   * command takes is half the work of a short one.
   *
   * @param arguments what {@link CommandLine#execute} will be given
   */
  static CommandLine commandLine(Surroundings surroundings, String... arguments) {
    CommandLine commands = new CommandLine(new Tollgate());
    Map<String, Supplier<Object>> all = all(surroundings);
    if (arguments.length > 0 && all.containsKey(arguments[0])) {
      commands.addSubcommand(all.get(arguments[0]).get());
    } else {
      all.values().forEach(command -> commands.addSubcommand(command.get()));
      commands.addSubcommand(new HelpCommand(surroundings));
    }
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(new Failures(surroundings)::ofUsage)
        .setExecutionExceptionHandler(new Failures(surroundings)::ofExecution)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF));
  }

  /** In the order in which they are listed by help, which itself needs all of them. */
  private static Map<String, Supplier<Object>> all(Surroundings surroundings) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("serve", () -> new ServeCommand(surroundings));
    all.put("backup", () -> new BackupCommand(surroundings));
    all.put("check", () -> new CheckCommand(surroundings));
    all.put("test", () -> new TestCommand(surroundings));
    all.put("diff", () -> new DiffCommand(surroundings));
    all.put("log", () -> new LogCommand(surroundings));
    all.put("blame", () -> new BlameCommand(surroundings));
    all.put("git-diff", () -> new GitDiffCommand(surroundings));
    all.put("fmt", () -> new FmtCommand(surroundings));
    all.put("explain", () -> new ExplainCommand(surroundings));
    all.put("quote", () -> new QuoteCommand(surroundings));
    return all;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
