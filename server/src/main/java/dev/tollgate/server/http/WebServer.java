package dev.tollgate.server.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Bounds of the web server: sizes, threads, patience. */
final class WebServer {

  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final int MOST_THREADS = 200;
  private static final long IDLE_MILLIS = 30_000;
  private static final long MILLIS_TO_FINISH = 10_000;

  private WebServer() {}

  static void configure(JavalinConfig config, String host, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.host = host;
    config.jetty.port = port;
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("http");
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(WebServer::configure);
    config.jetty.modifyServer(WebServer::configure);
    config.jetty.modifyServletContextHandler(
        handler -> handler.setErrorHandler(new ProblemErrorHandler()));
  }

  private static void configure(HttpConfiguration http) {
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setIdleTimeout(IDLE_MILLIS);
  }

  /** Requests that are being answered when the server stops are still answered. */
  private static void configure(Server server) {
    server.setErrorHandler(new ProblemErrorHandler());
    server.insertHandler(new GracefulHandler());
    server.setStopTimeout(MILLIS_TO_FINISH);
  }
}
