package org.dateline.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.GeometryType;
import org.geotools.geojson.geom.GeometryJSON;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a GIS program reads from each format is what was written. */
class RoundTripTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String[] POINTS = {"POINT (-3.5 17.25)", "POINT (179.99999 -89.5)", ""};

  private static final String[] HIGH_POINTS = {"POINT Z(-3.5 17.25 812.5)", "POINT Z(1 2 0)"};

  private static final String[] MIXED = {
    "POINT (1 2)",
    "MULTIPOINT ((1 2), (3 4))",
    "LINESTRING (0 0, 1 1.5)",
    "MULTILINESTRING ((179 1, 180 1), (-180 1, -179 1))",
    "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
    "MULTIPOLYGON (((179 1, 180 1, 180 2, 179 1)), ((-180 1, -179 1, -180 2, -180 1)))",
    "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
    ""
  };

  /** GDAL takes whole numbers of GPX for such of 32 bits. */
  private static final long INT = Integer.MAX_VALUE;

  @TempDir private Path folder;

  @BeforeEach
  void gdalIsThere() {
    Gdal.mustBeThere();
  }

  @ParameterizedTest
  @CsvSource({"GEO_JSON_SEQ", "GEO_PACKAGE", "FLAT_GEOBUF", "KML", "CSV"})
  void keepsPoints(Format format) throws Exception {
    check(format, Awkward.of(GeometryType.POINT, POINTS));
  }

  @ParameterizedTest
  @CsvSource({"GEO_JSON_SEQ", "GEO_PACKAGE", "FLAT_GEOBUF", "KML", "CSV"})
  void keepsHeights(Format format) throws Exception {
    check(format, Awkward.of(GeometryType.POINT, HIGH_POINTS));
  }

  @ParameterizedTest
  @CsvSource({"GEO_JSON_SEQ", "GEO_PACKAGE", "FLAT_GEOBUF", "KML", "CSV"})
  void keepsEveryKindOfGeometryAndNone(Format format) throws Exception {
    check(format, Awkward.of(GeometryType.ANY, MIXED));
  }

  @ParameterizedTest
  @CsvSource({"GEO_PACKAGE", "FLAT_GEOBUF", "CSV", "KML", "GEO_JSON_SEQ"})
  void nothingIsAFileToo(Format format) throws Exception {
    Features none =
        new Features("none", "None", "http://x/", Awkward.schema(GeometryType.POINT), List.of());
    assertThat(Files.size(write(format, none))).isNotNegative();
    if (format != Format.GEO_JSON_SEQ) {
      assertThat(Gdal.features(write(format, none))).isEmpty();
    }
  }

  @Test
  void keepsWaypoints() throws Exception {
    Features features =
        Awkward.of(INT, GeometryType.POINT, "POINT (-3.5 17.25)", "POINT Z(1 2 812.5)");
    compare(
        Format.GPX,
        features,
        Gdal.features(
            write(Format.GPX, features), "waypoints", "--config", "GPX_ELE_AS_25D", "YES"));
  }

  @Test
  void keepsTracks() throws Exception {
    Features features =
        Awkward.of(INT, GeometryType.LINE_STRING, "MULTILINESTRING ((0 0, 1 1.5), (5 5, 6 6))");
    compare(Format.GPX, features, Gdal.features(write(Format.GPX, features), "tracks"));
  }

  private void check(Format format, Features features) throws Exception {
    Path file = write(format, features);
    compare(
        format,
        features,
        format == Format.CSV
            ? Gdal.features(
                file,
                "-oo",
                "X_POSSIBLE_NAMES=lon",
                "-oo",
                "Y_POSSIBLE_NAMES=lat",
                "-oo",
                "Z_POSSIBLE_NAMES=elevation",
                "-oo",
                "EMPTY_STRING_AS_NULL=NO",
                "-oo",
                "KEEP_GEOM_COLUMNS=NO")
            : Gdal.features(file));
  }

  private Path write(Format format, Features features) throws Exception {
    Path file = folder.resolve(format.fileNameOf("awkward"));
    try (OutputStream out = Files.newOutputStream(file);
        Stream<byte[]> pieces = format.encoder().orElseThrow().encode(features)) {
      for (byte[] piece : (Iterable<byte[]>) pieces::iterator) {
        out.write(piece);
      }
    }
    return file;
  }

  private static void compare(Format format, Features written, List<JsonNode> read) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    String idField = format == Format.GPX ? "ogr_id" : "id";
    for (JsonNode feature : read) {
      String id = feature.path("properties").path(idField).asString();
      assertThat(byId.put(id, feature)).as(id).isNull();
    }
    assertThat(byId.keySet())
        .containsExactlyInAnyOrderElementsOf(
            written.all().stream().map(CollectionFeature::id).toList());
    Map<String, String> fields = fields(format, written);
    for (CollectionFeature feature : written.all()) {
      JsonNode found = Objects.requireNonNull(byId.get(feature.id()));
      assertThat(shape(found.path("geometry")))
          .as("%s %s", format, feature.id())
          .isEqualTo(shape(feature.geometry()));
      fields.forEach(
          (property, field) ->
              assertThat(
                      same(format, feature.value(property), found.path("properties").path(field)))
                  .as(
                      "%s %s %s: %s as %s",
                      format,
                      feature.id(),
                      property,
                      feature.value(property),
                      found.path("properties").path(field))
                  .isTrue());
    }
  }

  /** Returns under which name each property is read. */
  private static Map<String, String> fields(Format format, Features written) {
    Map<String, String> fields = new LinkedHashMap<>();
    Columns columns =
        switch (format) {
          case KML -> new Columns(written.schema(), KmlEncoder.OWN);
          case GPX -> new Columns(written.schema(), GpxEncoder.OWN);
          default -> new Columns(written.schema());
        };
    for (Columns.Column column : columns.properties()) {
      fields.put(
          column.property().name(),
          switch (format) {
            case GEO_JSON_SEQ -> column.property().name();
            case GPX -> "ogr_" + Xml.name(column.name());
            default -> column.name();
          });
    }
    return fields;
  }

  /** Returns the geometry in a form to compare, null when there is none. */
  private static @Nullable String shape(JsonNode geometry) {
    return geometry.isNull() || geometry.isMissingNode()
        ? null
        : geometry.toString().replaceAll("\\.0(?=[,\\]])", "");
  }

  private static @Nullable String shape(@Nullable Geometry geometry) {
    return geometry == null ? null : shape(JSON.readTree(new GeometryJSON(15).toString(geometry)));
  }

  private static boolean same(Format format, @Nullable Object value, JsonNode read) {
    boolean nothing = read.isNull() || read.isMissingNode();
    if (value == null || value.equals("")) {
      // Not every format, and not every reader, tells an empty text from none.
      return nothing || read.asString().isEmpty();
    }
    if (nothing) {
      return false;
    }
    if (value instanceof Number number) {
      return Double.parseDouble(read.asString()) == number.doubleValue();
    }
    if (value instanceof Boolean flag) {
      return read.asString().equals(flag.toString()) || read.asString().equals(flag ? "1" : "0");
    }
    if (value instanceof List || value instanceof Map) {
      JsonNode parsed = read.isContainer() ? read : JSON.readTree(read.asString());
      return parsed.toString().equals(Values.json(value));
    }
    if (value instanceof LocalDate || value instanceof Instant) {
      return digits(read.asString()).startsWith(digits(value.toString()));
    }
    String text = value.toString();
    return switch (format) {
      // GDAL's readers, not the files, lose the one and the other line break.
      case CSV -> unguarded(read.asString()).equals(text.replace("\r\n", "\n"));
      case GPX -> read.asString().equals(text.replace("\n", ""));
      default -> read.asString().equals(text);
    };
  }

  private static String unguarded(String cell) {
    return cell.matches("(?s)'+[=+\\-@\\t\\r\\n].*") ? cell.substring(1) : cell;
  }

  private static String digits(String time) {
    return time.replaceAll("\\D", "");
  }
}
