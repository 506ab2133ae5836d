package dev.tollgate.server.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the runnable jar; prints how it is used. */
@Command(name = "tollgate", mixinStandardHelpOptions = true)
public final class Main implements Runnable {

  private Main() {}

  /** Runs the command line given in {@code arguments} and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
