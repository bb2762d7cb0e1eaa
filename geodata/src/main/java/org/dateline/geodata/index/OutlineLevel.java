package org.dateline.geodata.index;

/**
 * What sort of unit an outline is of. The order is that in which a point's first level is chosen.
 */
enum OutlineLevel {
  COUNTRY("0"),
  /** One of today's first-level units. */
  FIRST("1"),
  /** A first-level unit that has been abolished and whose successors have no outline. */
  HISTORICAL("H"),
  /** A part of a first-level unit. */
  SECOND("2");

  private final String mark;

  OutlineLevel(String mark) {
    this.mark = mark;
  }

  /** Returns the level with a mark of the derived outlines. */
  static OutlineLevel of(String mark) {
    for (OutlineLevel level : values()) {
      if (level.mark.equals(mark)) {
        return level;
      }
    }
    throw new IllegalArgumentException("no level of outlines is marked " + mark);
  }
}
