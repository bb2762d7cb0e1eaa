package org.dateline.geoparser.place;

import org.jspecify.annotations.Nullable;

/** Directions of the compass, read from English and French words. */
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

  /** Reads "north", "north-eastern", "nord", "centrale"; null when the word is no direction. */
  static @Nullable Compass of(String word) {
    String letters = word.replace("-", "");
    if (letters.startsWith("cent")) {
      return CENTRE;
    }
    int north = 0;
    if (letters.startsWith("nor") || letters.startsWith("sept")) {
      north = 1;
    } else if (letters.startsWith("sou")
        || letters.startsWith("sud")
        || letters.startsWith("mérid")) {
      north = -1;
    }
    int east = 0;
    if (letters.contains("west") || letters.contains("ouest") || letters.startsWith("occid")) {
      east = -1;
    } else if (letters.contains("east")
        || letters.endsWith("est")
        || letters.startsWith("orient")) {
      east = 1;
    }
    for (Compass each : values()) {
      if (each != CENTRE && each.north == north && each.east == east) {
        return each;
      }
    }
    return null;
  }

  /** Returns degrees clockwise from north. */
  double bearing() {
    return Math.toDegrees(Math.atan2(east, north));
  }

  /** Returns "Northern", "South-eastern". */
  String adjective() {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1) + "ern";
  }
}
