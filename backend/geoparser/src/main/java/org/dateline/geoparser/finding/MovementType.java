package org.dateline.geoparser.finding;

/** What moves from one place to another. */
public enum MovementType {
  DISPLACEMENT,
  SUPPLY,
  TROOP,
  WITHDRAWAL
}
