package dev.tollgate.server.webhook;

import java.util.OptionalLong;

/** How far each receiver has been told, kept where the events are kept. */
public interface Cursors {

  /** The number of the last event that is done with; empty for an address that is new. */
  OptionalLong read(String address);

  /** Notes it. A crash may lose the latest note, so that some events are told once more. */
  void note(String address, long number);
}
