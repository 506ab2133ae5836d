package dev.tollgate.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A connection that stays open, and does as little as a client can: it shares the processors with
 * the server that it measures.
 */
final class Connection implements AutoCloseable {

  private static final String LENGTH = "Content-Length: ";

  private final Socket socket;
  private final InputStream in;

  private Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  static Connection to(URI server) {
    try {
      Socket socket = new Socket(server.getHost(), server.getPort());
      socket.setTcpNoDelay(true);
      return new Connection(socket);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** A request with a body of JSON, as it is sent. */
  static byte[] request(String method, String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, bytes.length);
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Sends a request and reads what it is answered.
   *
   * @return the body
   * @throws IllegalStateException if it is refused
   */
  byte[] ask(byte[] request) {
    try {
      socket.getOutputStream().write(request);
      String status = line();
      int length = 0;
      boolean chunked = false;
      for (String field = line(); !field.isEmpty(); field = line()) {
        chunked |= field.equalsIgnoreCase("Transfer-Encoding: chunked");
        if (field.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
          length = Integer.parseInt(field.substring(LENGTH.length()));
        }
      }
      byte[] body = chunked ? chunks() : in.readNBytes(length);
      if (!status.startsWith("HTTP/1.1 2")) {
        throw new IllegalStateException(status + " " + new String(body, StandardCharsets.UTF_8));
      }
      return body;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int length;
    do {
      length = Integer.parseInt(line(), 16);
      body.write(in.readNBytes(length));
      line();
    } while (length > 0);
    return body.toByteArray();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server has closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
