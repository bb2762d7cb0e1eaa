package org.dateline.server.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/**
 * Reads a GeoJSON geometry (RFC 7946: lon lat, WGS 84) and tells where it is wrong. Heights are
 * left out; rings are wound as the standard wants them; seven decimals, about a centimetre, are
 * kept.
 */
public final class GeometryReader {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int MAX_POSITIONS = 100_000;
  private static final double DECIMALS = 1e7;
  private static final String KINDS =
      "Point, MultiPoint, LineString, MultiLineString, Polygon and MultiPolygon";

  private final Faults faults;
  private int positions;

  private GeometryReader(Faults faults) {
    this.faults = faults;
  }

  /**
   * Reads a geometry.
   *
   * @param pointer where it stands in what was sent
   * @param faults gets what is wrong
   * @return null when something is
   */
  public static @Nullable Geometry read(JsonNode geometry, String pointer, Faults faults) {
    int before = faults.found().size();
    Geometry read = new GeometryReader(faults).geometry(geometry, pointer);
    if (read == null || faults.found().size() > before) {
      return null;
    }
    return checked(read, pointer, faults);
  }

  private static @Nullable Geometry checked(Geometry read, String pointer, Faults faults) {
    TopologyValidationError error = new IsValidOp(read).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      String place = at == null ? "" : " at " + words(at.getX(), at.getY());
      boolean crossing =
          error.getErrorType() == TopologyValidationError.SELF_INTERSECTION
              || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION;
      faults.add(
          pointer + "/coordinates",
          crossing
              ? "The outline crosses or touches itself" + place + "."
              : "The geometry is not valid: " + error.getMessage() + place + ".",
          crossing ? "Move the corners so that no two edges cross." : null);
      return null;
    }
    // The normal form winds outer rings clockwise; RFC 7946 wants the opposite.
    return read.getDimension() == 2 ? read.norm().reverse() : read;
  }

  private @Nullable Geometry geometry(JsonNode json, String pointer) {
    if (!json.isObject()) {
      faults.add(
          pointer,
          "A location needs a geometry.",
          "For example {\"type\": \"Point\", \"coordinates\": [-7.95, 12.53]}: longitude first.");
      return null;
    }
    String type = json.path("type").asString("");
    JsonNode coordinates = json.path("coordinates");
    String at = pointer + "/coordinates";
    return switch (type) {
      case "Point" -> {
        Coordinate position = position(coordinates, at);
        yield position == null ? null : FACTORY.createPoint(position);
      }
      case "LineString" -> line(coordinates, at);
      case "Polygon" -> polygon(coordinates, at);
      case "MultiPoint" -> {
        Coordinate[] points = positions(coordinates, at, 1);
        yield points == null ? null : FACTORY.createMultiPointFromCoords(points);
      }
      case "MultiLineString" -> {
        List<LineString> lines = parts(coordinates, at, this::line);
        yield lines == null
            ? null
            : FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
      }
      case "MultiPolygon" -> {
        List<Polygon> polygons = parts(coordinates, at, this::polygon);
        yield polygons == null
            ? null
            : FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
      }
      default -> {
        faults.add(
            pointer + "/type",
            type.isEmpty()
                ? "The geometry has no type."
                : "A geometry of type \"" + shortened(type) + "\" cannot be kept.",
            "There are " + KINDS + ".");
        yield null;
      }
    };
  }

  private interface PartReader<T> {
    @Nullable T read(JsonNode json, String pointer);
  }

  private <T> @Nullable List<T> parts(JsonNode json, String pointer, PartReader<T> reader) {
    if (!isFilledArray(json, pointer)) {
      return null;
    }
    List<T> parts = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      T part = reader.read(json.get(i), pointer + '/' + i);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts;
  }

  private @Nullable LineString line(JsonNode json, String pointer) {
    Coordinate[] line = positions(json, pointer, 2);
    if (line == null) {
      return null;
    }
    LineString read = FACTORY.createLineString(line);
    if (read.getLength() == 0) {
      faults.add(pointer, "All positions of the line are the same.", "Give a Point instead.");
      return null;
    }
    return read;
  }

  private @Nullable Polygon polygon(JsonNode json, String pointer) {
    List<LinearRing> rings = parts(json, pointer, this::ring);
    return rings == null
        ? null
        : FACTORY.createPolygon(
            rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
  }

  private @Nullable LinearRing ring(JsonNode json, String pointer) {
    Coordinate[] ring = positions(json, pointer, 4);
    if (ring == null) {
      return null;
    }
    if (!ring[0].equals2D(ring[ring.length - 1])) {
      faults.add(pointer, "The ring is not closed.", "Its last position is the same as its first.");
      return null;
    }
    return FACTORY.createLinearRing(ring);
  }

  private Coordinate @Nullable [] positions(JsonNode json, String pointer, int least) {
    if (!isFilledArray(json, pointer)) {
      return null;
    }
    if (json.size() < least) {
      faults.add(
          pointer, "There are " + json.size() + " positions, at least " + least + " needed.", null);
      return null;
    }
    positions += json.size();
    if (positions > MAX_POSITIONS) {
      faults.add(
          pointer,
          "The geometry has more than " + MAX_POSITIONS + " positions.",
          "Simplify it, or split it into several locations.");
      return null;
    }
    Coordinate[] read = new Coordinate[json.size()];
    for (int i = 0; i < read.length; i++) {
      Coordinate position = position(json.get(i), pointer + '/' + i);
      if (position == null) {
        return null;
      }
      read[i] = position;
    }
    return read;
  }

  private boolean isFilledArray(JsonNode json, String pointer) {
    if (json.isArray() && !json.isEmpty()) {
      return true;
    }
    faults.add(
        pointer,
        json.isMissingNode()
            ? "The coordinates are missing."
            : "This is not an array of positions.",
        "A position is [longitude, latitude].");
    return false;
  }

  private @Nullable Coordinate position(JsonNode json, String pointer) {
    boolean numbers =
        json.isArray()
            && (json.size() == 2 || json.size() == 3)
            && json.get(0).isNumber()
            && json.get(1).isNumber();
    if (!numbers) {
      faults.add(pointer, "This is not a position.", "A position is [longitude, latitude].");
      return null;
    }
    double lon = json.get(0).doubleValue();
    double lat = json.get(1).doubleValue();
    String wrong = outOfRange(lon, lat);
    if (wrong != null) {
      faults.add(pointer, wrong, didYouMean(lon, lat));
      return null;
    }
    return new Coordinate(
        Math.rint(lon * DECIMALS) / DECIMALS, Math.rint(lat * DECIMALS) / DECIMALS);
  }

  private static @Nullable String outOfRange(double lon, double lat) {
    // Written so that NaN is out of range.
    if (!(Math.abs(lat) <= 90)) {
      return "The latitude " + number(lat) + " is not between -90 and 90.";
    }
    if (!(Math.abs(lon) <= 180)) {
      return "The longitude " + number(lon) + " is not between -180 and 180.";
    }
    return null;
  }

  /** Latitude before longitude is the commonest mistake; a missing point the next. */
  private static @Nullable String didYouMean(double lon, double lat) {
    if (outOfRange(lat, lon) == null) {
      return "Did you mean " + words(lat, lon) + "? Longitude comes first.";
    }
    double west = Math.abs(lon) > 180 ? lon / 10 : lon;
    double south = Math.abs(lat) > 90 ? lat / 10 : lat;
    return outOfRange(west, south) == null
        ? "Did you mean " + words(west, south) + "?"
        : "Give decimal degrees, longitude first. Projected coordinates (metres) are not read.";
  }

  private static String words(double lon, double lat) {
    return "[" + number(lon) + ", " + number(lat) + "]";
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.7f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "\u2026";
  }

  /** Returns the point that stands for a geometry in a list or at a label. */
  public static Point labelPoint(Geometry geometry) {
    return geometry instanceof Point point ? point : geometry.getInteriorPoint();
  }
}
