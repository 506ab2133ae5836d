package dev.tollgate.server.store.disk;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a store is not opened: what is wrong, where, and what to do about it. */
public final class StoreRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * @param message one line of fact that names the file
   * @param advice one line that says what to do
   */
  public StoreRefused(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  private StoreRefused(String message, String advice, Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  public String advice() {
    return advice;
  }

  static StoreRefused inUse(Path folder) {
    return new StoreRefused(
        "another server keeps its data in " + folder,
        "stop it, or name another folder with --data");
  }

  static StoreRefused unusable(Path folder, Exception cause) {
    return new StoreRefused(
        "nothing can be kept in " + folder + ": " + said(cause),
        "name a folder that can be written to with --data, or keep nothing with --memory",
        cause);
  }

  static StoreRefused newer(Path file, int version, int known) {
    return new StoreRefused(
        "%s has schema %d, and this program knows schemas up to %d".formatted(file, version, known),
        "start the newer program that wrote it, or name another folder with --data");
  }

  static StoreRefused unreleased(Path file, int version, int oldest) {
    return new StoreRefused(
        "%s has schema %d, and this program knows schemas from %d on"
            .formatted(file, version, oldest),
        "move the folder away and begin anew: no released program wrote it");
  }

  static StoreRefused foreign(Path file) {
    return new StoreRefused(
        file + " is the database of another program", "name another folder with --data");
  }

  /** Something in the file is not what was written there. */
  public static StoreRefused damaged(Path file, String damage) {
    return new StoreRefused(
        file + " is damaged: " + damage,
        "restore a backup, or go on without what is lost with --accept-loss");
  }

  static StoreRefused beyondUse(Path file, String damage) {
    return new StoreRefused(
        file + " is damaged beyond use: " + damage,
        "restore a backup, or move the folder away and begin anew");
  }

  static StoreRefused behind(Path file, Mark inDatabase, Mark told) {
    return new StoreRefused(
        "%s ends at %s, and callers were told of %s: what came between is lost"
            .formatted(file, inDatabase, told),
        "restore the file as it was, or go on without what is lost with --accept-loss");
  }

  static StoreRefused otherHistory(Path file, Mark inDatabase, Mark told) {
    return new StoreRefused(
        "%s has %s where callers were told of %s: it is not the database they were told of"
            .formatted(file, inDatabase, told),
        "restore the file as it was, or go on with this one with --accept-loss");
  }

  static StoreRefused withoutMark(Path file, Mark inDatabase) {
    return new StoreRefused(
        "%s ends at %s, and %s beside it, which says what callers were told, is missing or unreadable"
            .formatted(file, inDatabase, MarkFile.NAME),
        "restore that file, or go on with the database as it is with --accept-loss");
  }

  private static String said(Exception cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof FileAlreadyExistsException) {
      return message + " is a file";
    }
    if (cause instanceof AccessDeniedException) {
      return message + " may not be written to";
    }
    return cause instanceof NoSuchFileException ? message + " cannot be made" : message;
  }
}
