package org.dateline.server.intake;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds GeoJSON geometries, to be checked as everything else is. */
final class Positions {

  private static final JsonMapper JSON = new JsonMapper();

  private Positions() {}

  /** A position in degrees. */
  record Position(double lon, double lat) {}

  static ObjectNode point(Position position) {
    ObjectNode point = JSON.createObjectNode().put("type", "Point");
    put(point.putArray("coordinates"), position);
    return point;
  }

  static ObjectNode line(List<Position> positions) {
    ObjectNode line = JSON.createObjectNode().put("type", "LineString");
    put(line.putArray("coordinates"), positions);
    return line;
  }

  static ObjectNode polygon(List<List<Position>> rings) {
    ObjectNode polygon = JSON.createObjectNode().put("type", "Polygon");
    ArrayNode coordinates = polygon.putArray("coordinates");
    rings.forEach(ring -> put(coordinates.addArray(), ring));
    return polygon;
  }

  /** Returns several geometries of one type as the multi-geometry of that type. */
  static ObjectNode multi(List<ObjectNode> parts) {
    ObjectNode multi =
        JSON.createObjectNode().put("type", "Multi" + parts.get(0).path("type").asString());
    ArrayNode coordinates = multi.putArray("coordinates");
    parts.forEach(part -> coordinates.add(part.path("coordinates")));
    return multi;
  }

  private static void put(ArrayNode array, List<Position> positions) {
    positions.forEach(position -> put(array.addArray(), position));
  }

  private static void put(ArrayNode array, Position position) {
    array.add(position.lon()).add(position.lat());
  }
}
