package org.dateline.server.feature;

import java.util.List;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.locationtech.jts.geom.Coordinate;

/**
 * Which places of a report must not be shown as finely as they are known: displacement sites, camps
 * and shelters, and whatever else of the report would give their point away.
 */
final class Harm {

  /** Another point this near to a sensitive one would be as good as the point itself. */
  private static final double GIVES_AWAY_METRES = 500;

  private final List<Coordinate> sensitivePoints;

  private Harm(List<Coordinate> sensitivePoints) {
    this.sensitivePoints = sensitivePoints;
  }

  static Harm in(List<PlaceFinding> findings) {
    return new Harm(
        findings.stream()
            .filter(PlaceFinding::sensitive)
            .map(PlaceFinding::referent)
            .filter(referent -> !isCoarse(referent))
            .map(Harm::pointOf)
            .toList());
  }

  /** Returns whether a place is a sensitive one, or lies where one is. */
  boolean generalises(Referent referent) {
    return !isCoarse(referent)
        && sensitivePoints.stream()
            .anyMatch(point -> GreatCircle.metres(point, pointOf(referent)) < GIVES_AWAY_METRES);
  }

  /**
   * Units are coarser than a grid cell, and their outline has nothing to do with a site in them.
   */
  private static boolean isCoarse(Referent referent) {
    Precision precision = referent.precision();
    return precision == Precision.COUNTRY
        || precision == Precision.SUPRANATIONAL
        || precision == Precision.REGION;
  }

  private static Coordinate pointOf(Referent referent) {
    return new Coordinate(referent.lon(), referent.lat());
  }
}
