package org.dateline.server.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometries as well-known binary of ISO 13249-3, little-endian, which GeoPackage asks for. JTS
 * writes another dialect, in which heights are a flag.
 */
final class IsoWkb {

  private static final int HEIGHTS = 1000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean heights;

  private IsoWkb(boolean heights) {
    this.heights = heights;
  }

  /** Returns a geometry's bytes, with heights if its first position has one. */
  static byte[] of(Geometry geometry) {
    IsoWkb wkb = new IsoWkb(Features.hasHeight(geometry));
    wkb.write(geometry);
    return wkb.out.toByteArray();
  }

  private void write(Geometry geometry) {
    out.write(1);
    number(type(geometry) + (heights ? HEIGHTS : 0));
    if (geometry instanceof Point point) {
      position(point.getCoordinateSequence(), 0);
    } else if (geometry instanceof LineString line) {
      positions(line);
    } else if (geometry instanceof Polygon polygon) {
      number(polygon.isEmpty() ? 0 : 1 + polygon.getNumInteriorRing());
      if (!polygon.isEmpty()) {
        positions(polygon.getExteriorRing());
      }
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        positions(polygon.getInteriorRingN(i));
      }
    } else {
      number(geometry.getNumGeometries());
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(geometry.getGeometryN(i));
      }
    }
  }

  private static int type(Geometry geometry) {
    if (geometry instanceof Point) {
      return 1;
    } else if (geometry instanceof LineString) {
      return 2;
    } else if (geometry instanceof Polygon) {
      return 3;
    } else if (geometry instanceof MultiPoint) {
      return 4;
    } else if (geometry instanceof MultiLineString) {
      return 5;
    } else if (geometry instanceof MultiPolygon) {
      return 6;
    } else if (geometry instanceof GeometryCollection) {
      return 7;
    }
    throw new IllegalArgumentException("no such geometry: " + geometry.getGeometryType());
  }

  private void positions(LineString line) {
    CoordinateSequence positions = line.getCoordinateSequence();
    number(positions.size());
    for (int i = 0; i < positions.size(); i++) {
      position(positions, i);
    }
  }

  /** An empty point is one of which no coordinate is a number. */
  private void position(CoordinateSequence positions, int i) {
    boolean empty = positions.size() == 0;
    degrees(empty ? Double.NaN : positions.getX(i));
    degrees(empty ? Double.NaN : positions.getY(i));
    if (heights) {
      degrees(empty || !positions.hasZ() ? Double.NaN : positions.getZ(i));
    }
  }

  private void number(int value) {
    out.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private void degrees(double value) {
    out.writeBytes(
        ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array());
  }
}
