package dev.tollgate.engine.pack;

import dev.tollgate.engine.policy.Place;

/** How places in rule files are written down, wherever they are part of something else. */
public final class PackedPlace {

  private PackedPlace() {}

  public static void write(Packing to, Place place) {
    to.text(place.file()).number(place.line()).number(place.column());
  }

  public static Place read(Unpacking from) {
    return new Place(from.text(), from.whole(), from.whole());
  }
}
