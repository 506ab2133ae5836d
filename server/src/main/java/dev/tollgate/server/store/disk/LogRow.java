package dev.tollgate.server.store.disk;

/**
 * An entry of the log as it lies on disk. The bytes are shared, not copied: nobody changes them.
 *
 * @param sequence its number, from 1, without gaps
 */
public record LogRow(long sequence, byte[] bytes) {}
