package dev.tollgate.server.command;

import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.server.http.BrokenRules;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is printed, and with what code a command ends, when it cannot do what it was asked to. */
final class Failures {

  private final Surroundings surroundings;

  Failures(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The words of the command line do not make a command. */
  int ofUsage(ParameterException wrong, String[] arguments) {
    String message = wrong.getMessage().lines().findFirst().orElse("bad usage");
    return refuse(
        wrong.getCommandLine(),
        wrong instanceof UnmatchedArgumentException unmatched
            ? text(unmatched)
            : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1),
        Optional.empty());
  }

  private static String text(UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().get(0);
    boolean isRoot = unmatched.getCommandLine().getParent() == null;
    String what = unmatched.isUnknownOption() ? "option" : isRoot ? "command" : "";
    String message =
        what.isEmpty()
            ? "`" + word + "` is one argument too many"
            : "there is no " + what + " `" + word + "`";
    return message + didYouMean(unmatched.getSuggestions().stream().findFirst());
  }

  /** A command has thrown. */
  int ofExecution(Exception thrown, CommandLine command, ParseResult parsed) {
    if (thrown instanceof BadUsage bad) {
      return refuse(command, bad.getMessage(), bad.hint());
    }
    if (thrown instanceof InvalidRequest invalid) {
      List<Problem> problems = invalid.problems();
      problems.subList(0, problems.size() - 1).forEach(one -> say(command, one.message()));
      return refuse(command, problems.get(problems.size() - 1).message(), Optional.empty());
    }
    if (thrown instanceof NotFound unknown) {
      return refuse(
          command, unknown.getMessage() + didYouMean(unknown.nearest()), Optional.empty());
    }
    if (thrown instanceof BrokenRules broken) {
      PrintWriter err = command.getErr();
      List<Diagnostic> found = broken.compiled().diagnostics();
      err.print(surroundings.printer(broken.compiled()).print(found));
      err.print("\n" + new HelpText(surroundings.colour()).pointer(found));
      err.flush();
      return ExitCode.FINDINGS;
    }
    return ofProgram(thrown, command.getErr());
  }

  /** Something went wrong that nobody foresaw. */
  int ofProgram(Throwable thrown, PrintWriter err) {
    err.println("tollgate: this is a fault of the program, not yours: " + firstLine(thrown));
    if (surroundings.debug()) {
      thrown.printStackTrace(err);
    } else {
      err.println("  TOLLGATE_DEBUG=1 prints where it happened");
    }
    err.flush();
    return ExitCode.FAULT;
  }

  private static int refuse(CommandLine command, String message, Optional<String> hint) {
    say(command, message);
    command
        .getErr()
        .println(
            "  "
                + hint.orElse(
                    "`"
                        + command.getCommandSpec().qualifiedName()
                        + " --help` says what it takes"));
    command.getErr().flush();
    return ExitCode.USAGE;
  }

  private static void say(CommandLine command, String message) {
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message);
  }

  private static String didYouMean(Optional<String> name) {
    return name.map(it -> "; did you mean `" + it + "`?").orElse("");
  }

  private static String firstLine(Throwable thrown) {
    return Stream.ofNullable(thrown.getMessage())
        .flatMap(String::lines)
        .findFirst()
        .map(line -> thrown.getClass().getSimpleName() + ": " + line)
        .orElse(thrown.getClass().getSimpleName());
  }
}
