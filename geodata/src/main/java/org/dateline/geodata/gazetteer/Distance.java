package org.dateline.geodata.gazetteer;

/** Distances on a sphere: within half a per cent of those on the ellipsoid. */
public final class Distance {

  /** The mean radius of the Earth (IUGG). */
  public static final double EARTH_RADIUS_METRES = 6_371_008.8;

  private Distance() {}

  /** Returns the great-circle distance between two points in degrees, in metres. */
  public static double metres(double lon1, double lat1, double lon2, double lat2) {
    double dLat = Math.sin(Math.toRadians(lat2 - lat1) / 2);
    double dLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
    double a =
        dLat * dLat + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * dLon * dLon;
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
