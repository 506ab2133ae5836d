package dev.tollgate.server.command;

import dev.tollgate.server.store.disk.Backup;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.StoreRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies what a service keeps, while it runs. */
@Command(
    name = "backup",
    description = "Copy everything that serve keeps into one file, while it runs or not.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where serve keeps everything, by default ${DEFAULT-VALUE}.")
  private String data;

  @Parameters(
      paramLabel = "FILE",
      description = "The copy, which must not be there yet. Every row of it is verified.")
  private String file;

  private final Surroundings surroundings;

  BackupCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path copy = surroundings.path(file);
    try {
      long last = Backup.write(surroundings.path(data), copy);
      spec.commandLine()
          .getOut()
          .printf(
              "%s is complete and verified, up to change %d%n"
                  + "to restore it, copy it into an empty folder DIR as %s and serve --data DIR%n",
              surroundings.shown(copy), last, Disk.DATABASE);
    } catch (StoreRefused refused) {
      throw new BadUsage(refused.getMessage(), refused.advice());
    } catch (IOException failed) {
      throw new BadUsage(
          "%s cannot be written: %s".formatted(surroundings.shown(copy), failed.getMessage()));
    }
    return ExitCode.FINE;
  }
}
