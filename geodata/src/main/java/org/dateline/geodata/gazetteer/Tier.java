package org.dateline.geodata.gazetteer;

/** Where a place came from; a later tier outranks an earlier one. */
public enum Tier {
  /** The embedded seed of the whole world. */
  WORLD,
  /** The reviewed, hand-written supplement. */
  SUPPLEMENT,
  /** A file the newsroom imported. */
  IMPORT,
  /** The newsroom's own places. */
  OWN
}
