package org.dateline.geodata.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Polygons as counts and zigzag steps of a thousandth of a degree: a fifth of their size as WKB.
 */
final class ShapeCodec {

  private static final double SCALE = 1000;
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

  private ShapeCodec() {}

  static byte[] encode(Geometry geometry) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, geometry.getNumGeometries());
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      varint(out, 1 + polygon.getNumInteriorRing());
      ring(out, polygon.getExteriorRing());
      for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
        ring(out, polygon.getInteriorRingN(j));
      }
    }
    return out.toByteArray();
  }

  static Geometry decode(ByteBuffer in) {
    Polygon[] polygons = new Polygon[(int) varint(in)];
    for (int i = 0; i < polygons.length; i++) {
      LinearRing[] rings = new LinearRing[(int) varint(in)];
      for (int j = 0; j < rings.length; j++) {
        rings[j] = ring(in);
      }
      LinearRing[] holes = new LinearRing[rings.length - 1];
      System.arraycopy(rings, 1, holes, 0, holes.length);
      polygons[i] = FACTORY.createPolygon(rings[0], holes);
    }
    return polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
  }

  private static void ring(ByteArrayOutputStream out, LinearRing ring) {
    varint(out, ring.getNumPoints());
    long x = 0;
    long y = 0;
    for (Coordinate c : ring.getCoordinates()) {
      long nextX = Math.round(c.x * SCALE);
      long nextY = Math.round(c.y * SCALE);
      varint(out, zigzag(nextX - x));
      varint(out, zigzag(nextY - y));
      x = nextX;
      y = nextY;
    }
  }

  private static LinearRing ring(ByteBuffer in) {
    Coordinate[] coordinates = new Coordinate[(int) varint(in)];
    long x = 0;
    long y = 0;
    for (int i = 0; i < coordinates.length; i++) {
      x += unzigzag(varint(in));
      y += unzigzag(varint(in));
      coordinates[i] = new Coordinate(x / SCALE, y / SCALE);
    }
    return FACTORY.createLinearRing(coordinates);
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    while (true) {
      byte b = in.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
      shift += 7;
    }
  }
}
