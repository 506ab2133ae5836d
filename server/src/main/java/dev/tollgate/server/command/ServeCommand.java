package dev.tollgate.server.command;

import dev.tollgate.server.http.CannotStart;
import dev.tollgate.server.http.ServerSettings;
import dev.tollgate.server.http.TollgateServer;
import dev.tollgate.server.store.Durability;
import dev.tollgate.server.store.StoreSettings;
import dev.tollgate.server.store.disk.StoreRefused;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers over HTTP until it is told to stop. */
@Command(
    name = "serve",
    description = "Answer over HTTP until stopped; changed rule files are taken as they are saved.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final int MOST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = ServerSettings.LOOPBACK,
      description = {
        "The address to listen on, by default ${DEFAULT-VALUE};",
        "one that other machines can reach needs --tokens."
      })
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7070",
      description = "The port, by default ${DEFAULT-VALUE}; 0 for any that is free.")
  private int port;

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description = "Who may ask: lines of `sha256:HASH ROLE [PRODUCT]`.")
  private Optional<String> tokens = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept, by default data; made when it is not there.")
  private Optional<String> data = Optional.empty();

  @Option(
      names = "--durability",
      paramLabel = "WHEN",
      description = {
        "sync: a decision is on disk before it is answered (the default).",
        "async: soon after; a crash loses the last 4,096 changes at most."
      })
  private Optional<Durability> durability = Optional.empty();

  @Option(names = "--memory", description = "Keep nothing: what it knows ends with the process.")
  private boolean memory;

  @Option(
      names = "--accept-loss",
      description = "Go on from what is there when a part of the data is lost or damaged.")
  private boolean acceptLoss;

  @Mixin private WebhookOptions webhooks;

  private final Surroundings surroundings;

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > MOST_PORT) {
      throw new BadUsage(
          "`--port %d` is not a port".formatted(port), "ports go from 0 to " + MOST_PORT);
    }
    if (memory && (data.isPresent() || durability.isPresent() || acceptLoss)) {
      throw new BadUsage(
          "`--memory` keeps nothing: `--data`, `--durability` and `--accept-loss` say how it is kept",
          "leave out the one or the other");
    }
    Path folder = RuleFiles.existingFolder(rules.folder(), surroundings);
    try (TollgateServer server = start(folder)) {
      PrintWriter out = spec.commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      server.losses().forEach(loss -> err.println("lost: " + loss));
      err.flush();
      out.printf(
          "tollgate answers at %s from the rules in %s%s%n",
          server.address(), surroundings.shown(folder), kept());
      out.flush();
      awaitEnd(server);
    }
    return ExitCode.FINE;
  }

  private String kept() {
    return memory ? " and keeps nothing" : ", data in " + surroundings.shown(keptIn());
  }

  private Path keptIn() {
    return surroundings.path(data.orElse("data"));
  }

  private TollgateServer start(Path folder) {
    Optional<Path> file = tokens.map(surroundings::path);
    Optional<Path> kept = memory ? Optional.empty() : Optional.of(keptIn());
    StoreSettings store = new StoreSettings(kept, durability.orElse(Durability.SYNC), acceptLoss);
    try {
      return TollgateServer.start(
          new ServerSettings(
              host,
              port,
              folder,
              file,
              store,
              webhooks.settings(surroundings),
              true,
              surroundings.clock(),
              surroundings.nanos()));
    } catch (CannotStart reason) {
      throw new BadUsage(reason.getMessage());
    } catch (StoreRefused reason) {
      throw new BadUsage(reason.getMessage(), reason.advice());
    }
  }

  /**
   * Until a signal ends the process, which stops the server first; or this thread is interrupted.
   */
  private static void awaitEnd(TollgateServer server) {
    Thread atExit = new Thread(server::stop, "stop");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      // Not passed on: an interrupted thread could not wait for the answers under way.
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }
}
