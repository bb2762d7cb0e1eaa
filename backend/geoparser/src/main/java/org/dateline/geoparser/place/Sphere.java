package org.dateline.geoparser.place;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Distances and circles on a spherical Earth, good to half a percent. */
public final class Sphere {

  static final double EARTH_RADIUS_METRES = 6_371_008.8;

  private static final double METRES_PER_DEGREE = 111_195;

  private static final int CIRCLE_POINTS = 64;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Sphere() {}

  /** Returns the metres between two points in degrees. */
  public static double metres(double lon1, double lat1, double lon2, double lat2) {
    double sinLat = Math.sin(Math.toRadians(lat2 - lat1) / 2);
    double sinLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
    double a =
        sinLat * sinLat
            + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * sinLon * sinLon;
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  /**
   * Returns about the metres between two points: within a few percent up to 1,000 km, for comparing
   * thousands of candidates.
   */
  static double roughMetres(double lon1, double lat1, double lon2, double lat2) {
    double turn = Math.abs(lon1 - lon2);
    double x = (turn > 180 ? 360 - turn : turn) * Math.cos(Math.toRadians((lat1 + lat2) / 2));
    double y = lat1 - lat2;
    return METRES_PER_DEGREE * Math.sqrt(x * x + y * y);
  }

  /**
   * Returns the point that lies some metres from another in a direction.
   *
   * @param bearing degrees clockwise from north
   */
  static Coordinate offset(double lon, double lat, double metres, double bearing) {
    double distance = metres / EARTH_RADIUS_METRES;
    double direction = Math.toRadians(bearing);
    double from = Math.toRadians(lat);
    double to =
        Math.asin(
            Math.sin(from) * Math.cos(distance)
                + Math.cos(from) * Math.sin(distance) * Math.cos(direction));
    double turn =
        Math.atan2(
            Math.sin(direction) * Math.sin(distance) * Math.cos(from),
            Math.cos(distance) - Math.sin(from) * Math.sin(to));
    double around = lon + Math.toDegrees(turn);
    return new Coordinate(((around + 540) % 360) - 180, Math.toDegrees(to));
  }

  /** Returns a circle as a polygon, lon lat, anticlockwise. */
  static Polygon circle(double lon, double lat, double radiusMetres) {
    Coordinate[] ring = new Coordinate[CIRCLE_POINTS + 1];
    for (int i = 0; i < CIRCLE_POINTS; i++) {
      ring[i] = offset(lon, lat, radiusMetres, -360.0 * i / CIRCLE_POINTS);
      unwrap(ring[i], lon);
    }
    ring[CIRCLE_POINTS] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  /** Keeps a circle over the antimeridian in one piece; whoever writes GeoJSON splits it. */
  private static void unwrap(Coordinate point, double centre) {
    if (point.x - centre > 180) {
      point.x -= 360;
    } else if (centre - point.x > 180) {
      point.x += 360;
    }
  }
}
