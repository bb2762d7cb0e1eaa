package org.dateline.geoparser.place;

/** Great-circle distances on a sphere; within half a percent of the ellipsoid's. */
public final class Distance {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  private Distance() {}

  /** Returns the kilometres between two points, degrees east and north. */
  public static double km(double lon1, double lat1, double lon2, double lat2) {
    double dLat = Math.toRadians(lat2 - lat1);
    double dLon = Math.toRadians(lon2 - lon1);
    double sinLat = Math.sin(dLat / 2);
    double sinLon = Math.sin(dLon / 2);
    double a =
        sinLat * sinLat
            + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * sinLon * sinLon;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
