package org.dateline.server.feature;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.geotools.referencing.GeodeticCalculator;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Shortest lines on the WGS 84 ellipsoid. */
public final class GreatCircle {

  /** A vertex every 100 km keeps the drawn line within 200 m of the true one. */
  private static final double VERTEX_EVERY_METRES = 100_000;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private GreatCircle() {}

  /** Returns the distance between two points (lon, lat, degrees) in metres. */
  public static double metres(Coordinate from, Coordinate to) {
    return between(from, to).getOrthodromicDistance();
  }

  /**
   * Returns the line from one point to another. Longitudes run on beyond 180 degrees where it
   * crosses the antimeridian; {@link Rfc7946} splits it there.
   */
  public static LineString line(Coordinate from, Coordinate to) {
    GeodeticCalculator calculator = between(from, to);
    double length = calculator.getOrthodromicDistance();
    double azimuth = length == 0 ? 0 : calculator.getAzimuth();
    int parts = Math.max(1, (int) Math.ceil(length / VERTEX_EVERY_METRES));
    List<Coordinate> vertices = new ArrayList<>(parts + 1);
    vertices.add(from.copy());
    for (int i = 1; i < parts; i++) {
      calculator.setDirection(azimuth, length * i / parts);
      Point2D point = calculator.getDestinationGeographicPoint();
      vertices.add(new Coordinate(point.getX(), point.getY()));
    }
    vertices.add(to.copy());
    for (int i = 1; i < vertices.size(); i++) {
      Coordinate vertex = vertices.get(i);
      vertex.x += 360 * Math.rint((vertices.get(i - 1).x - vertex.x) / 360);
    }
    return GEOMETRY.createLineString(vertices.toArray(Coordinate[]::new));
  }

  private static GeodeticCalculator between(Coordinate from, Coordinate to) {
    GeodeticCalculator calculator = new GeodeticCalculator(DefaultGeographicCRS.WGS84);
    calculator.setStartingGeographicPoint(from.x, from.y);
    calculator.setDestinationGeographicPoint(to.x, to.y);
    return calculator;
  }
}
