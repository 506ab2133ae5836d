package dev.tollgate.server.store.disk;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of the log as it lies on disk. The bytes are shared, not copied: nobody changes them.
 *
 * @param sequence its number, from 1, without gaps
 */
public record LogRow(long sequence, byte[] bytes) {

  /** The bytes of entries that follow each other: each after its length. */
  static byte[] pack(List<LogRow> rows) {
    int size = 0;
    for (LogRow row : rows) {
      size = Math.addExact(size, Integer.BYTES + row.bytes().length);
    }
    ByteBuffer packed = ByteBuffer.allocate(size);
    for (LogRow row : rows) {
      packed.putInt(row.bytes().length).put(row.bytes());
    }
    return packed.array();
  }

  /**
   * The entries again.
   *
   * @param last number of the last of them
   * @throws StoreDamaged if the bytes are none of {@link #pack}
   */
  static List<LogRow> unpack(long last, byte[] packed) {
    List<byte[]> entries = new ArrayList<>();
    ByteBuffer left = ByteBuffer.wrap(packed);
    try {
      while (left.hasRemaining()) {
        byte[] entry = new byte[left.getInt()];
        left.get(entry);
        entries.add(entry);
      }
    } catch (BufferUnderflowException | NegativeArraySizeException damaged) {
      throw new StoreDamaged("the entries until " + last + " cannot be read", damaged);
    }
    List<LogRow> rows = new ArrayList<>();
    for (byte[] entry : entries) {
      rows.add(new LogRow(last - entries.size() + 1 + rows.size(), entry));
    }
    return rows;
  }
}
