package dev.tollgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a table and cuts its lines into cells, and does nothing with them. */
final class LinesRead {

  private LinesRead() {}

  /**
   * @param arguments the file
   */
  public static void main(String[] arguments) throws IOException {
    long cells = 0;
    try (BufferedReader in = Files.newBufferedReader(Path.of(arguments[0]))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        cells += line.split(",", -1).length;
      }
    }
    System.out.println(cells + " cells");
  }
}
