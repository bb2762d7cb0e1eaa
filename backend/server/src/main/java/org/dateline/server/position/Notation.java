package org.dateline.server.position;

/** How a position is written. */
public enum Notation {
  DECIMAL_DEGREES,
  DEGREES_MINUTES_SECONDS,
  MGRS,
  UTM,
  PLUS_CODE,
  GEO_URI,
  MAP_LINK
}
