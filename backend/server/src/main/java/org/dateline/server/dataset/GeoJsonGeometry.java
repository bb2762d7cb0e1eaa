package org.dateline.server.dataset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a GeoJSON geometry from a stream, however large it is: positions become coordinates at once
 * and nothing else is kept of them. Longitude comes first; heights are kept.
 */
final class GeoJsonGeometry {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int DEEPEST = 16;

  /** What rounding may add to 180 degrees and 90. */
  private static final double ROUNDING = 1e-6;

  private GeoJsonGeometry() {}

  /** A geometry that cannot be read. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String hint;

    Fault(String pointer, String detail, String hint) {
      super(detail, null, false, false);
      this.pointer = pointer;
      this.hint = hint;
    }

    String detail() {
      return String.valueOf(getMessage());
    }

    /** Returns where, from the geometry on. */
    String pointer() {
      return pointer;
    }

    String hint() {
      return hint;
    }
  }

  /**
   * Reads the value that the parser stands at.
   *
   * @return null when it is null or has no position
   */
  static @Nullable Geometry read(JsonParser parser) throws Fault {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    Geometry geometry = geometry(parser, "", 0);
    return geometry.isEmpty() ? null : geometry;
  }

  private static Geometry geometry(JsonParser parser, String pointer, int depth) throws Fault {
    if (parser.currentToken() != JsonToken.START_OBJECT || depth > DEEPEST) {
      throw new Fault(
          pointer,
          depth > DEEPEST ? "Geometry collections are nested too deeply." : "It is no geometry.",
          "A geometry is an object such as {\"type\": \"Point\", \"coordinates\": [-7.95, 12.53]},"
              + " or null.");
    }
    String type = "";
    Object coordinates = null;
    List<Geometry> parts = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "type" -> type = parser.getString();
        case "coordinates" -> coordinates = coordinates(parser, pointer + "/coordinates", 0);
        case "geometries" -> parts = geometries(parser, pointer + "/geometries", depth + 1);
        default -> parser.skipChildren();
      }
    }
    if (type.equals("GeometryCollection")) {
      if (parts == null) {
        throw new Fault(pointer, "The geometry collection has no geometries.", "Give an array.");
      }
      return FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
    }
    if (coordinates == null) {
      throw new Fault(
          pointer,
          type.isEmpty() ? "The geometry has no type." : "The geometry has no coordinates.",
          "It has \"type\" and \"coordinates\".");
    }
    return build(type, coordinates, pointer);
  }

  private static List<Geometry> geometries(JsonParser parser, String pointer, int depth)
      throws Fault {
    List<Geometry> parts = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new Fault(pointer, "\"geometries\" is no array.", "Give an array of geometries.");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parts.add(geometry(parser, pointer + '/' + parts.size(), depth));
    }
    return parts;
  }

  /** Returns a coordinate, or a list of such values. */
  private static Object coordinates(JsonParser parser, String pointer, int depth) throws Fault {
    if (parser.currentToken() != JsonToken.START_ARRAY || depth > 4) {
      throw new Fault(
          pointer,
          depth > 4 ? "The coordinates are nested too deeply." : "It is no position.",
          "A position is an array of two or three numbers, longitude first.");
    }
    JsonToken first = parser.nextToken();
    if (first != null && first.isNumeric()) {
      return position(parser, pointer);
    }
    List<Object> values = new ArrayList<>();
    for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      values.add(coordinates(parser, pointer + '/' + values.size(), depth + 1));
    }
    return values;
  }

  private static Coordinate position(JsonParser parser, String pointer) throws Fault {
    double[] numbers = {Double.NaN, Double.NaN, Double.NaN};
    int count = 0;
    for (JsonToken token = parser.currentToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == null || !token.isNumeric()) {
        throw new Fault(
            pointer + '/' + count, "It is no number.", "A position has two or three numbers.");
      }
      if (count < 3) {
        numbers[count] = parser.getDoubleValue();
      }
      count++;
    }
    if (count < 2) {
      throw new Fault(pointer, "The position has one number.", "Longitude and latitude are two.");
    }
    return new Coordinate(
        within(numbers[0], 180, "longitude", pointer + "/0"),
        within(numbers[1], 90, "latitude", pointer + "/1"),
        Double.isInfinite(numbers[2]) ? Double.NaN : numbers[2]);
  }

  private static double within(double degrees, double bound, String what, String pointer)
      throws Fault {
    if (Math.abs(degrees) <= bound) {
      return degrees;
    }
    if (Math.abs(degrees) <= bound + ROUNDING) {
      return Math.copySign(bound, degrees);
    }
    throw new Fault(
        pointer,
        degrees + " is no " + what + ".",
        "GeoJSON has WGS 84 degrees, longitude first (RFC 7946). Convert other coordinates, for"
            + " example: ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES out.geojson in.geojson");
  }

  private static Geometry build(String type, Object value, String pointer) throws Fault {
    String at = pointer + "/coordinates";
    return switch (type) {
      case "Point" -> point(value, at);
      case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(value, at, 0));
      case "LineString" -> line(value, at);
      case "MultiLineString" ->
          FACTORY.createMultiLineString(
              parts(value, at, GeoJsonGeometry::line).toArray(new LineString[0]));
      case "Polygon" -> polygon(value, at);
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(
              parts(value, at, GeoJsonGeometry::polygon).toArray(new Polygon[0]));
      default ->
          throw new Fault(
              pointer + "/type",
              "There is no geometry type \""
                  + (type.length() > 40 ? type.substring(0, 40) : type)
                  + "\".",
              "There are Point, LineString, Polygon, their Multi forms and GeometryCollection.");
    };
  }

  private interface PartReader<T> {
    T read(Object value, String pointer) throws Fault;
  }

  private static <T> List<T> parts(Object value, String pointer, PartReader<T> reader)
      throws Fault {
    List<T> parts = new ArrayList<>();
    for (Object part : list(value, pointer)) {
      parts.add(reader.read(part, pointer + '/' + parts.size()));
    }
    return parts;
  }

  private static List<?> list(Object value, String pointer) throws Fault {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new Fault(
        pointer, "A position stands where a list of them is needed.", "Nest it deeper.");
  }

  private static Point point(Object value, String pointer) throws Fault {
    if (value instanceof Coordinate position) {
      return FACTORY.createPoint(position);
    }
    if (list(value, pointer).isEmpty()) {
      return FACTORY.createPoint();
    }
    throw new Fault(pointer, "A point has one position.", "Nest it less, or make it a MultiPoint.");
  }

  private static LineString line(Object value, String pointer) throws Fault {
    return FACTORY.createLineString(positions(value, pointer, 2));
  }

  private static Polygon polygon(Object value, String pointer) throws Fault {
    List<LinearRing> rings = new ArrayList<>();
    for (Object ring : list(value, pointer)) {
      String at = pointer + '/' + rings.size();
      Coordinate[] positions = positions(ring, at, 4);
      if (positions.length > 0 && !positions[0].equals2D(positions[positions.length - 1])) {
        throw new Fault(at, "The ring is not closed.", "Its last position is its first again.");
      }
      rings.add(wound(FACTORY.createLinearRing(positions), rings.isEmpty()));
    }
    return rings.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(
            rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
  }

  /** RFC 7946 (3.1.6): outer rings counterclockwise, holes clockwise. */
  private static LinearRing wound(LinearRing ring, boolean counterclockwise) {
    return !ring.isEmpty() && Orientation.isCCW(ring.getCoordinates()) != counterclockwise
        ? ring.reverse()
        : ring;
  }

  private static Coordinate[] positions(Object value, String pointer, int least) throws Fault {
    List<?> list = list(value, pointer);
    if (!list.isEmpty() && list.size() < least) {
      throw new Fault(
          pointer,
          "There are " + list.size() + " positions, at least " + least + " needed.",
          "A line has two, a ring four.");
    }
    Coordinate[] positions = new Coordinate[list.size()];
    for (int i = 0; i < positions.length; i++) {
      if (!(list.get(i) instanceof Coordinate position)) {
        throw new Fault(pointer + '/' + i, "It is no position.", "Nest it less.");
      }
      positions[i] = position;
    }
    return positions;
  }
}
