package org.dateline.server.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.server.crs.Crs;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The system that a body's coordinates are in: the header {@code Content-Crs}, or lon lat. */
final class ContentCrs {

  private static final String HEADER = "Content-Crs";
  private static final Pattern VALUE = Pattern.compile("<([^>]*)>");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private ContentCrs() {}

  /**
   * Returns the feature with the coordinates of its geometry as lon lat, WGS 84.
   *
   * @throws ProblemException when the header names no system, or a position lies nowhere in it
   */
  static JsonNode lonLat(JsonNode feature, ServerWebExchange exchange) {
    String header = exchange.getRequest().getHeaders().getFirst(HEADER);
    if (header == null) {
      return feature;
    }
    Matcher value = VALUE.matcher(header.strip());
    if (!value.matches()) {
      throw invalid("The header Content-Crs is no address in angle brackets.");
    }
    Crs crs = Crs.of(HEADER, value.group(1));
    JsonNode geometry = feature.path("geometry");
    if (geometry instanceof ObjectNode object && object.path("coordinates").isArray()) {
      object.set("coordinates", lonLat(object.path("coordinates"), crs));
    }
    return feature;
  }

  private static JsonNode lonLat(JsonNode coordinates, Crs crs) {
    ArrayNode moved = JsonNodeFactory.instance.arrayNode();
    if (coordinates.size() >= 2 && coordinates.get(0).isNumber() && coordinates.get(1).isNumber()) {
      Geometry point =
          crs.lonLatOf(
              FACTORY.createPoint(
                  new Coordinate(
                      coordinates.get(0).doubleValue(), coordinates.get(1).doubleValue())));
      if (point == null) {
        throw invalid("The position " + coordinates + " lies nowhere in " + crs.uri() + ".");
      }
      return moved.add(point.getCoordinate().x).add(point.getCoordinate().y);
    }
    coordinates.forEach(part -> moved.add(part.isArray() ? lonLat(part, crs) : part));
    return moved;
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(
        ProblemType.INVALID_REQUEST,
        detail,
        "header " + HEADER,
        "For example Content-Crs: <http://www.opengis.net/def/crs/EPSG/0/3857>; without it,"
            + " coordinates are longitude and latitude. Nothing was changed.");
  }
}
