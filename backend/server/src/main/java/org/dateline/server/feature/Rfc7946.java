package org.dateline.server.feature;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * What RFC 7946 asks of a geometry: longitudes within 180 degrees, split at the antimeridian
 * (3.1.9); outer rings counterclockwise, holes clockwise (3.1.6); and no more decimals than the
 * data bear (11.2).
 */
public final class Rfc7946 {

  /** Five decimals are 1.1 m. */
  private static final PrecisionModel FIVE_DECIMALS = new PrecisionModel(100_000);

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  private Rfc7946() {}

  /**
   * Returns a geometry (lon lat, degrees; longitudes may run on beyond 180) in the form that may be
   * published.
   */
  public static Geometry publishable(Geometry geometry) {
    Geometry split = WORLD.contains(geometry.getEnvelopeInternal()) ? geometry : split(geometry);
    Geometry rounded =
        split.getDimension() == 2
            ? GeometryPrecisionReducer.reduce(GeometryFixer.fix(split), FIVE_DECIMALS)
            : GeometryPrecisionReducer.reducePointwise(split, FIVE_DECIMALS);
    return wound(rounded);
  }

  private static Geometry split(Geometry geometry) {
    GeometryFactory factory = geometry.getFactory();
    Geometry world = factory.toGeometry(WORLD);
    List<Geometry> parts = new ArrayList<>();
    for (int turn = -1; turn <= 1; turn++) {
      Geometry turned =
          AffineTransformation.translationInstance(360.0 * turn, 0).transform(geometry);
      Geometry part = turned.intersection(world);
      if (part.getDimension() == geometry.getDimension() && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts.size() == 1 ? parts.get(0) : factory.buildGeometry(pieces(parts));
  }

  private static List<Geometry> pieces(List<Geometry> parts) {
    List<Geometry> pieces = new ArrayList<>();
    for (Geometry part : parts) {
      for (int i = 0; i < part.getNumGeometries(); i++) {
        pieces.add(part.getGeometryN(i));
      }
    }
    return pieces;
  }

  private static Geometry wound(Geometry geometry) {
    GeometryFactory factory = geometry.getFactory();
    if (geometry instanceof Polygon polygon) {
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = wound(polygon.getInteriorRingN(i), false);
      }
      return factory.createPolygon(wound(polygon.getExteriorRing(), true), holes);
    }
    if (geometry.getNumGeometries() > 1 && geometry.getDimension() == 2) {
      List<Geometry> parts = new ArrayList<>();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        parts.add(wound(geometry.getGeometryN(i)));
      }
      return factory.buildGeometry(parts);
    }
    return geometry;
  }

  private static LinearRing wound(LinearRing ring, boolean counterclockwise) {
    Coordinate[] coordinates = ring.getCoordinates();
    return coordinates.length > 0 && Orientation.isCCW(coordinates) != counterclockwise
        ? ring.reverse()
        : ring;
  }
}
