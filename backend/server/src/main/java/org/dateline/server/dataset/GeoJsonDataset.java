package org.dateline.server.dataset;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.dateline.server.collection.GeometryJson;
import org.dateline.server.problem.JsonFault;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a GeoJSON file (RFC 7946) one feature after the other. Of each only its lines to be kept
 * stay in memory. The first fault ends it and names the feature and the JSON pointer.
 */
public final class GeoJsonDataset {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private static final int PART_SIZE = 1 << 20;
  private static final int MOST_PROPERTIES = 1_000;
  private static final int LONGEST_ID = 500;
  private static final int MOST_NOTES = 20;

  private final int maxFeatures;
  private final LongConsumer progress;
  private final SchemaGuess schema = new SchemaGuess();
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private int noted;
  private boolean inFeatures;

  /**
   * A feature to be kept.
   *
   * @param id as JSON, null when the file has none that can be kept
   * @param rest its GeoJSON behind the id
   */
  private record Line(@Nullable String id, String rest) {}

  private GeoJsonDataset(int maxFeatures, LongConsumer progress) {
    this.maxFeatures = maxFeatures;
    this.progress = progress;
  }

  /**
   * Reads a file.
   *
   * @param maxFeatures how many features there may be
   * @param progress gets how many bytes are read, now and then
   * @throws ProblemException when it cannot be kept as it is
   * @throws IOException when it cannot be read
   */
  public static DatasetFile read(InputStream file, int maxFeatures, LongConsumer progress)
      throws IOException {
    try (JsonParser parser = JSON.createParser(file)) {
      return new GeoJsonDataset(maxFeatures, progress).run(parser);
    } catch (JacksonIOException e) {
      if (isNoText(e)) {
        throw unusable("The file is no text: " + e.getOriginalMessage() + '.', "/", "Send UTF-8.");
      }
      throw e.getCause();
    }
  }

  /** Jackson tells bytes in no encoding like a file that fails, some with a bare exception. */
  private static boolean isNoText(JacksonIOException e) {
    return e.getCause() instanceof CharConversionException
        || String.valueOf(e.getOriginalMessage()).startsWith("Unsupported UCS-4");
  }

  private DatasetFile run(JsonParser parser) {
    try {
      document(parser);
      if (parser.nextToken() != null) {
        throw unusable("There is more behind the end of the GeoJSON.", "/", "Send one document.");
      }
    } catch (JacksonIOException e) {
      throw e;
    } catch (JacksonException e) {
      String position =
          "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
      throw unusable(
          (inFeatures ? "Feature " + (lines.size() + 1) + ": " : "The file is not JSON: ")
              + JsonFault.of(e)
              + '.',
          inFeatures ? "/features/" + lines.size() + " (" + position + ")" : position,
          "It may have been cut off on its way.");
    }
    return new DatasetFile(schema.schema(), lines.size(), parts(), List.copyOf(notes), noted);
  }

  private void document(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw unusable(
          parser.currentToken() == null ? "The file is empty." : "The JSON is no object.",
          "/",
          "Send a FeatureCollection.");
    }
    String type = null;
    boolean filled = false;
    Member single = new Member();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "type" -> type = parser.getString();
        case "crs" -> checkCrs(parser.readValueAsTree());
        case "features" -> {
          features(parser);
          filled = true;
        }
        default -> single.read(name, parser, "");
      }
    }
    if ("Feature".equals(type) && !filled) {
      add(single, "");
    } else if (!"FeatureCollection".equals(type) || !filled) {
      throw unusable(
          "The JSON is not GeoJSON with features.",
          filled ? "/type" : "/features",
          "Send {\"type\": \"FeatureCollection\", \"features\": [...]}.");
    }
  }

  /** Coordinates of RFC 7946 are WGS 84; files before it may say otherwise. */
  private static void checkCrs(JsonNode crs) {
    String name = crs.at("/properties/name").asString("");
    boolean known = crs.isNull() || name.endsWith("CRS84") || name.matches("(.*:)?EPSG:(.*:)?4326");
    if (!known) {
      throw unusable(
          "The file is in the coordinate reference system \"" + name + "\".",
          "/crs",
          "GeoJSON is in WGS 84 (RFC 7946). Convert it, for example: ogr2ogr -t_srs EPSG:4326 -lco"
              + " RFC7946=YES out.geojson in.geojson");
    }
  }

  private void features(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw unusable("\"features\" is no array.", "/features", "Give an array of features.");
    }
    inFeatures = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (lines.size() == maxFeatures) {
        throw unusable(
            "The file has more than " + maxFeatures + " features.",
            "/features/" + maxFeatures,
            "Split it, or let whoever runs this map raise dateline.desk.max-features.");
      }
      String pointer = "/features/" + lines.size();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw fault(null, "It is no object.", pointer, "A feature is an object.");
      }
      Member feature = new Member();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        feature.read(name, parser, pointer);
      }
      if (!"Feature".equals(feature.type)) {
        throw fault(
            feature.id, "Its type is not \"Feature\".", pointer + "/type", "Send features only.");
      }
      add(feature, pointer);
      progress.accept(parser.currentLocation().getByteOffset());
    }
    inFeatures = false;
  }

  /** The members of a feature, as far as they are read. */
  private final class Member {

    private @Nullable String type;
    private @Nullable String id;
    private @Nullable Geometry geometry;
    private ObjectNode properties = JSON.createObjectNode();

    void read(String name, JsonParser parser, String pointer) {
      switch (name) {
        case "type" -> type = parser.getString();
        case "id" -> id = id(parser);
        case "geometry" -> geometry = geometry(parser, pointer + "/geometry");
        case "properties" -> {
          JsonNode read = parser.readValueAsTree();
          if (read instanceof ObjectNode object) {
            properties = object;
          } else if (!read.isNull()) {
            throw fault(
                id, "\"properties\" is no object.", pointer + "/properties", "Give an object.");
          }
        }
        default -> parser.skipChildren();
      }
    }

    private @Nullable Geometry geometry(JsonParser parser, String pointer) {
      try {
        return GeoJsonGeometry.read(parser);
      } catch (GeoJsonGeometry.Fault e) {
        throw fault(id, e.detail(), pointer + e.pointer(), e.hint());
      }
    }
  }

  /** Returns an id as JSON, null when it is none. */
  private static @Nullable String id(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      String number = parser.getString();
      return number.length() <= LONGEST_ID ? number : null;
    }
    if (token == JsonToken.VALUE_STRING) {
      String text = parser.getString();
      boolean usable =
          !text.isBlank()
              && text.length() <= LONGEST_ID
              && text.chars().noneMatch(Character::isISOControl)
              && !hasLoneSurrogate(text);
      return usable ? JSON.writeValueAsString(text) : null;
    }
    parser.skipChildren();
    return null;
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private void add(Member feature, String pointer) {
    Geometry geometry = mended(feature, pointer);
    schema.add(geometry, feature.properties);
    if (schema.size() > MOST_PROPERTIES) {
      throw fault(
          feature.id,
          "The features have more than " + MOST_PROPERTIES + " different properties.",
          pointer + "/properties",
          "Keep what is told of each thing in one property, for example as an object.");
    }
    // The same id as a number and as a text would be one address.
    String id = feature.id != null && ids.add(inAddress(feature.id)) ? feature.id : null;
    if (feature.id != null && id == null) {
      note(
          "Feature "
              + (lines.size() + 1)
              + ": the id "
              + feature.id
              + " is not unique; it got"
              + " another.");
    }
    lines.add(new Line(id, rest(geometry, feature, pointer)));
  }

  private static String inAddress(String id) {
    return id.startsWith("\"") ? JSON.readValue(id, String.class) : id;
  }

  /** What crosses itself has no inside: it gets the nearest outline that has one. */
  private @Nullable Geometry mended(Member feature, String pointer) {
    Geometry geometry = feature.geometry;
    if (!(geometry instanceof Polygonal)) {
      return geometry;
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error == null) {
      return geometry;
    }
    Coordinate at = error.getCoordinate();
    note(
        "Feature "
            + (lines.size() + 1)
            + (feature.id == null ? "" : " (id " + feature.id + ")")
            + ", "
            + pointer
            + "/geometry: "
            + error.getMessage()
            + (at == null ? "" : " at longitude " + at.getX() + ", latitude " + at.getY())
            + "; the outline was mended.");
    Geometry fixed = GeometryFixer.fix(geometry);
    return fixed.isEmpty() ? null : wound(fixed);
  }

  private static Geometry wound(Geometry geometry) {
    return geometry.norm().reverse();
  }

  private void note(String note) {
    noted++;
    if (notes.size() < MOST_NOTES) {
      notes.add(note);
    }
  }

  private String rest(@Nullable Geometry geometry, Member feature, String pointer) {
    try {
      StringWriter out = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(out)) {
        json.writeStartObject();
        GeometryJson.write(json, geometry);
        json.writeName("properties");
        json.writeTree(feature.properties);
        json.writeEndObject();
      }
      String rest = out.toString();
      if (StandardCharsets.UTF_8.newEncoder().canEncode(rest)) {
        return rest;
      }
    } catch (JacksonException e) {
      // Told below.
    }
    throw fault(
        feature.id,
        "A text of it is not proper Unicode.",
        pointer + "/properties",
        "It has half of a surrogate pair.");
  }

  /** Ids that are made are numbers: the position in the file, or the next that is free. */
  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int made = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.set(i, new Line(null, ""));
      String id = line.id();
      if (id == null) {
        made = Math.max(made, i) + 1;
        while (!ids.add(Integer.toString(made))) {
          made++;
        }
        id = Integer.toString(made);
      }
      part.append("{\"type\":\"Feature\",\"id\":")
          .append(id)
          .append(',')
          .append(line.rest(), 1, line.rest().length())
          .append('\n');
      if (part.length() >= PART_SIZE) {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private ProblemException fault(@Nullable String id, String detail, String pointer, String hint) {
    int position = lines.size() + 1;
    return unusable(
            "Feature " + position + (id == null ? "" : " (id " + id + ")") + ": " + detail,
            pointer,
            hint)
        .with("feature", position)
        .with("pointer", pointer);
  }

  private static ProblemException unusable(String detail, String where, String hint) {
    return new ProblemException(
        ProblemType.INVALID_FILE, detail, where, hint + " Nothing was changed.");
  }
}
