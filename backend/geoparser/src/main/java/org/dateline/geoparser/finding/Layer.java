package org.dateline.geoparser.finding;

/** The layers that a report's features fall into; a closed list. */
public enum Layer {
  /** Fighting and attacks. */
  FIGHTING,
  /** People driven from home: where from, where to, camps. */
  DISPLACEMENT,
  /** Deliveries, foreign forces, bases. */
  SUPPLY,
  /** Reported from; civic and political life, protests. */
  SCENES,
  /** Named for comparison, as an actor's country or as background. */
  CONTEXT,
  /** Names that stand for governments. */
  METONYMS,
  /** What someone says of a place, which the report does not say itself. */
  CLAIMS,
  /** What journalists added. */
  LOCATIONS
}
