package org.dateline.geoparser.finding;

/** What a feature is to its layer. */
public enum FeatureRole {
  AREA,
  PLACE,
  ORIGIN,
  DESTINATION,
  MOVEMENT,
  SCENE,
  CONTEXT,
  METONYM,
  CLAIM,
  OVERLAY
}
