package dev.tollgate.server.store.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The checksum that stands last in every row: CRC-32C of all other values, each after its type and
 * length.
 */
final class RowSum {

  private RowSum() {}

  /**
   * Of the first {@code count} values.
   *
   * @param values texts, longs and byte arrays
   */
  static long of(Object[] values, int count) {
    CRC32C sum = new CRC32C();
    for (int i = 0; i < count; i++) {
      add(sum, values[i]);
    }
    return sum.getValue();
  }

  private static void add(CRC32C sum, Object value) {
    if (value instanceof Long number) {
      add(sum, 'n', ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    } else if (value instanceof String text) {
      add(sum, 't', text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof byte[] bytes) {
      add(sum, 'b', bytes);
    } else {
      throw new IllegalArgumentException("no column holds " + value);
    }
  }

  private static void add(CRC32C sum, char type, byte[] bytes) {
    sum.update(type);
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sum.update(bytes);
  }
}
