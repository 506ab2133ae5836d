package dev.tollgate.server.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry point of the runnable jar. */
public final class Main {

  private Main() {}

  /** Runs the command line given in {@code arguments} and exits with its code. */
  public static void main(String[] arguments) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    Surroundings surroundings = Surroundings.ofProcess();
    int code;
    try {
      code =
          Tollgate.commandLine(surroundings, arguments).setOut(out).setErr(err).execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError exhausted) {
      code = new Failures(surroundings).ofProgram(exhausted, err);
    }
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * UTF-8 whatever the locale says: marks, money signs and names of rules need it, and so does
   * JSON.
   */
  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
  }
}
