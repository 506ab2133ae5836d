package dev.tollgate.server.command;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code serve}, running in a thread of its own on a free port. */
final class ServingThread {

  private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+) ");

  private final Thread thread;
  private final String announcement;

  private ServingThread(Thread thread, String announcement) {
    this.thread = thread;
    this.announcement = announcement;
  }

  /** Returns when the service has said where it answers, or why it does not. */
  static ServingThread start(Shell shell) throws InterruptedException {
    BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    PrintWriter out = new PrintWriter(new Lines(printed));
    Thread thread =
        new Thread(
            () -> {
              Shell.Result end = shell.run(out, "serve", "--port", "0");
              // Whoever waits for a service that did not start is told why.
              printed.add(end.err());
            },
            "serve");
    thread.start();
    return new ServingThread(thread, printed.take());
  }

  /** The first line it printed. */
  String announcement() {
    return announcement;
  }

  String port() {
    Matcher port = PORT.matcher(announcement);
    if (!port.find()) {
      throw new IllegalStateException("the service did not start: " + announcement);
    }
    return port.group(1);
  }

  void end() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  /** Hands on what was written at each flush. */
  private static final class Lines extends Writer {

    private final BlockingQueue<String> printed;
    private final StringBuilder written = new StringBuilder();

    Lines(BlockingQueue<String> printed) {
      this.printed = printed;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
      written.append(characters, offset, length);
    }

    @Override
    public void flush() {
      if (written.length() > 0) {
        printed.add(written.toString());
        written.setLength(0);
      }
    }

    @Override
    public void close() {
      flush();
    }
  }
}
