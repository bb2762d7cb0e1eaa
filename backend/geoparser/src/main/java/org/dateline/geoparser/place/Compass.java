package org.dateline.geoparser.place;

import org.jspecify.annotations.Nullable;

/** Directions of the compass as words and as steps east and north. */
enum Compass {
  NORTH(0, 1, "north"),
  NORTHEAST(1, 1, "north-east"),
  EAST(1, 0, "east"),
  SOUTHEAST(1, -1, "south-east"),
  SOUTH(0, -1, "south"),
  SOUTHWEST(-1, -1, "south-west"),
  WEST(-1, 0, "west"),
  NORTHWEST(-1, 1, "north-west"),
  CENTRE(0, 0, "centre");

  final int east;
  final int north;
  final String word;

  Compass(int east, int north, String word) {
    this.east = east;
    this.north = north;
    this.word = word;
  }

  /** Reads a direction in English or French: "north-eastern", "nord", "central". */
  static @Nullable Compass of(String word) {
    String w = word.replace("-", "").replace("ern", "");
    if (w.startsWith("cent")) {
      return CENTRE;
    }
    boolean n = w.startsWith("nor") || w.startsWith("sept");
    boolean s = w.startsWith("sou") || w.startsWith("sud") || w.startsWith("mér");
    boolean e =
        (w.endsWith("east") || w.endsWith("est")) && !w.endsWith("west") && !w.endsWith("ouest")
            || w.startsWith("orient");
    boolean west = w.endsWith("west") || w.endsWith("ouest") || w.startsWith("occid");
    for (Compass each : values()) {
      if (each.north == (n ? 1 : s ? -1 : 0)
          && each.east == (e ? 1 : west ? -1 : 0)
          && each != CENTRE) {
        return each;
      }
    }
    return null;
  }
}
