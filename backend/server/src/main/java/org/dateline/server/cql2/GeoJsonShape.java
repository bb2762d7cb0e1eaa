package org.dateline.server.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads the geometries of CQL2 JSON, in whatever coordinate reference system the filter has. */
final class GeoJsonShape {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final String place;

  private GeoJsonShape(String place) {
    this.place = place;
  }

  /**
   * Reads a geometry.
   *
   * @param place where it stands, for what is said when it cannot be read
   */
  static Geometry read(JsonNode json, String place) {
    try {
      return new GeoJsonShape(place).geometry(json);
    } catch (IllegalArgumentException e) {
      throw new InvalidFilterException(
          "This is no geometry: " + e.getMessage(), place, "GeoJSON geometries are understood.");
    }
  }

  private Geometry geometry(JsonNode json) {
    JsonNode coordinates = json.path("coordinates");
    return switch (json.path("type").asString("")) {
      case "Point" -> point(coordinates);
      case "LineString" -> line(coordinates);
      case "Polygon" -> polygon(coordinates);
      case "MultiPoint" ->
          FACTORY.createMultiPoint(list(coordinates, this::point).toArray(Point[]::new));
      case "MultiLineString" ->
          FACTORY.createMultiLineString(list(coordinates, this::line).toArray(LineString[]::new));
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(list(coordinates, this::polygon).toArray(Polygon[]::new));
      case "GeometryCollection" ->
          FACTORY.createGeometryCollection(
              list(json.path("geometries"), this::geometry).toArray(Geometry[]::new));
      default -> throw wrong("its type is none of GeoJSON's.");
    };
  }

  private Point point(JsonNode position) {
    return FACTORY.createPoint(coordinate(position));
  }

  private LineString line(JsonNode positions) {
    return FACTORY.createLineString(list(positions, this::coordinate).toArray(Coordinate[]::new));
  }

  private LinearRing ring(JsonNode positions) {
    return FACTORY.createLinearRing(list(positions, this::coordinate).toArray(Coordinate[]::new));
  }

  private Polygon polygon(JsonNode rings) {
    List<LinearRing> all = list(rings, this::ring);
    if (all.isEmpty()) {
      throw wrong("a polygon has at least one ring.");
    }
    return FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }

  private Coordinate coordinate(JsonNode position) {
    if (position.size() < 2 || !position.path(0).isNumber() || !position.path(1).isNumber()) {
      throw wrong("a position is an array of two or three numbers.");
    }
    double height = position.path(2).isNumber() ? position.path(2).doubleValue() : Double.NaN;
    return new Coordinate(position.path(0).doubleValue(), position.path(1).doubleValue(), height);
  }

  private <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    if (!array.isArray()) {
      throw wrong("an array is missing.");
    }
    List<T> elements = new ArrayList<>(array.size());
    for (JsonNode json : array) {
      elements.add(element.apply(json));
    }
    return elements;
  }

  private InvalidFilterException wrong(String detail) {
    return new InvalidFilterException(
        "This is no geometry: " + detail, place, "GeoJSON geometries are understood.");
  }
}
