package org.dateline.geodata.gazetteer;

/** Where a place came from. What is reviewed or a newsroom's own outranks the rest. */
public enum Tier {
  /** The embedded seed of the whole world. */
  WORLD,
  /** The reviewed, hand-written supplement. */
  SUPPLEMENT,
  /** A file the newsroom imported. */
  IMPORT,
  /** The newsroom's own places. */
  OWN;

  /** Returns whether a person chose each place: what is so named in news is most likely this. */
  public boolean isReviewed() {
    return this == SUPPLEMENT || this == OWN;
  }
}
