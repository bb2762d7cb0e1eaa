package org.dateline.server.collection;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes geometries as GeoJSON with all digits that their numbers have, and heights. */
public final class GeometryJson {

  private GeometryJson() {}

  /** Writes a {@code geometry} member, null when there is none. */
  public static void write(JsonGenerator json, @Nullable Geometry geometry) {
    json.writeName("geometry");
    if (geometry == null || geometry.isEmpty()) {
      json.writeNull();
    } else {
      object(json, geometry);
    }
  }

  private static void object(JsonGenerator json, Geometry geometry) {
    json.writeStartObject();
    json.writeStringProperty("type", geometry.getGeometryType());
    boolean collection =
        geometry instanceof GeometryCollection
            && !(geometry instanceof MultiPoint
                || geometry instanceof MultiLineString
                || geometry instanceof MultiPolygon);
    json.writeName(collection ? "geometries" : "coordinates");
    if (collection) {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        object(json, geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      coordinates(json, geometry);
    }
    json.writeEndObject();
  }

  private static void coordinates(JsonGenerator json, Geometry geometry) {
    if (geometry instanceof Point point) {
      if (point.isEmpty()) {
        json.writeStartArray();
        json.writeEndArray();
      } else {
        position(json, point.getCoordinateSequence(), 0);
      }
      return;
    }
    json.writeStartArray();
    if (geometry instanceof LineString line) {
      positions(json, line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      ring(json, polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(json, polygon.getInteriorRingN(i));
      }
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        coordinates(json, geometry.getGeometryN(i));
      }
    }
    json.writeEndArray();
  }

  private static void ring(JsonGenerator json, LineString ring) {
    if (!ring.isEmpty()) {
      json.writeStartArray();
      positions(json, ring.getCoordinateSequence());
      json.writeEndArray();
    }
  }

  private static void positions(JsonGenerator json, CoordinateSequence positions) {
    for (int i = 0; i < positions.size(); i++) {
      position(json, positions, i);
    }
  }

  private static void position(JsonGenerator json, CoordinateSequence positions, int i) {
    json.writeStartArray();
    number(json, positions.getX(i));
    number(json, positions.getY(i));
    if (positions.hasZ() && !Double.isNaN(positions.getZ(i))) {
      number(json, positions.getZ(i));
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }
}
