package org.dateline.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

class GeoJsonDatasetTest {

  private static final int MOST = 1000;

  private static DatasetFile read(String json) {
    try {
      return GeoJsonDataset.read(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), MOST, bytes -> {});
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static DatasetFile features(String... features) {
    return read(
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  private static String feature(String id, String geometry, String properties) {
    return "{\"type\":\"Feature\",\"id\":%s,\"geometry\":%s,\"properties\":%s}"
        .formatted(id, geometry, properties);
  }

  private static String lines(DatasetFile file) {
    return String.join("", file.parts());
  }

  private static FeatureCollection collection(DatasetFile file) {
    DatasetCollection collection =
        new DatasetCollection(
            new Dataset("d", "D", "", file.schema(), file.features(), 1, "anna", Instant.EPOCH));
    file.parts().forEach(collection::add);
    return collection.build();
  }

  @Test
  void aFeatureIsKeptToTheLetter() {
    String kept =
        feature(
            "\"way/1\"",
            "{\"type\":\"Point\",\"coordinates\":[-7.1234567,12,310.5]}",
            "{\"a\":1,\"b\":1.5,\"c\":\"é\",\"d\":null,\"e\":[1,{\"f\":\"\"}],\"g\":{\"h\":[]},\"i\":true}");
    assertThat(lines(features(kept))).isEqualTo(kept + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1        | 2      | INTEGER",
        "1        | 2.5    | NUMBER",
        "1        | null   | INTEGER",
        "12345678901234567890 | 1 | NUMBER",
        "true     | false  | BOOLEAN",
        "'2022-01-01' | '2023-12-31' | DATE",
        "'2022-01-01' | 'about 2023' | STRING",
        "'2022-01-01' | '2022-01-01T00:00:00Z' | STRING",
        "'2022-01-01T00:00:00Z' | '2022-01-01T02:00:00.5+02:00' | DATE_TIME",
        "'2022-01-01T00:00:00' | '2022-01-01T00:00:00' | DATE_TIME",
        "'1'      | 1      | ANY",
        "[1]      | []     | ARRAY",
        "{'a': 1} | {}     | OBJECT",
        "null     | null   | STRING"
      },
      quoteCharacter = '"')
  void thePropertysTypeIsTheOneThatAllValuesHave(String one, String other, String type) {
    DatasetFile file =
        features(
            feature("1", "null", "{\"p\":" + one.replace('\'', '"') + "}"),
            feature("2", "null", "{\"p\":" + other.replace('\'', '"') + "}"));
    assertThat(file.schema().properties())
        .extracting(PropertySchema::name, property -> property.type().name())
        .containsExactly(tuple("p", type));
  }

  @Test
  void aPropertyThatSomeFeaturesLackIsNullable() {
    DatasetFile file =
        features(feature("1", "null", "{\"a\":1,\"b\":1}"), feature("2", "null", "{\"a\":2}"));
    assertThat(file.schema().properties())
        .extracting(PropertySchema::nullable)
        .containsExactly(false, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Point 1 2           | Point 1 2              | POINT",
        "Point 1 2           | MultiPoint 1 2         | POINT_OR_MULTI_POINT",
        "Point 1 2           | LineString 1 2 3 4     | ANY"
      })
  void theGeometryTypeIsTheNarrowestForAll(String one, String other, GeometryType type) {
    assertThat(
            features(feature("1", geometry(one), "{}"), feature("2", geometry(other), "{}"))
                .schema()
                .geometry())
        .isEqualTo(type);
  }

  private static String geometry(String words) {
    String[] parts = words.split(" ");
    String positions =
        IntStream.range(0, parts.length / 2)
            .mapToObj(i -> "[" + parts[2 * i + 1] + "," + parts[2 * i + 2] + "]")
            .collect(Collectors.joining(","));
    return "{\"type\":\"%s\",\"coordinates\":%s}"
        .formatted(parts[0], parts[0].equals("Point") ? positions : "[" + positions + "]");
  }

  @Test
  void idsAreKeptWhereTheyAreUniqueAndMadeElsewhere() {
    DatasetFile file =
        features(
            feature("7", "null", "{}"),
            feature("\"7\"", "null", "{}"),
            feature("null", "null", "{}"),
            feature("\"2\"", "null", "{}"),
            feature("{}", "null", "{}"),
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}");
    List<Object> ids =
        lines(file).lines().map(line -> JsonPath.<Object>read(line, "$.id")).toList();
    assertThat(ids).hasSize(6).doesNotHaveDuplicates();
    assertThat(ids.get(0)).isEqualTo(7);
    assertThat(ids.get(3)).isEqualTo("2");
    assertThat(collection(file).features()).extracting(f -> f.id()).doesNotHaveDuplicates();
    assertThat(file.notes()).hasSize(1).first().asString().contains("Feature 2");
  }

  @Test
  void featuresStayInTheOrderOfTheFile() {
    String[] many =
        IntStream.range(0, 30)
            .mapToObj(i -> feature("\"z" + (99 - i) + "\"", "null", "{\"n\":" + i + "}"))
            .toArray(String[]::new);
    assertThat(collection(features(many)).features())
        .extracting(f -> f.attributes().getAttribute("n"))
        .isEqualTo(IntStream.range(0, 30).mapToObj(i -> (Object) (long) i).toList());
  }

  @Test
  void anOutlineThatCrossesItselfIsMendedAndTold() {
    DatasetFile file =
        features(
            feature(
                "1",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}",
                "{}"));
    assertThat(file.notes()).hasSize(1).first().asString().contains("longitude 1.0, latitude 1.0");
    Geometry mended = collection(file).features().get(0).geometry();
    assertThat(mended != null && mended.isValid()).isTrue();
  }

  @Test
  void ringsAreWoundAsTheStandardWantsThem() {
    String clockwise = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1],[0,0]]]}";
    assertThat(lines(features(feature("1", clockwise, "{}"))))
        .contains("[[[0,0],[1,1],[0,1],[0,0]]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                           | empty             | /",
        "[]                           | no object         | /",
        "{                            | not JSON          | line 1",
        "{'type':'Topology'}          | not GeoJSON       | /features",
        "{'type':'FeatureCollection'} | not GeoJSON       | /features",
        "{'type':'FeatureCollection','features':{}} | no array | /features",
        "{'type':'FeatureCollection','features':[]} x | Unrecognized token | line 1",
        "{'type':'FeatureCollection','features':[1]} | no object | /features/0",
        "{'type':'FeatureCollection','features':[{'type':'feature'}]} | not \"Feature\" |"
            + " /features/0/type",
        "{'type':'FeatureCollection','features':[{'type':'Feature','properties':[]}]} | no object |"
            + " /features/0/properties",
        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':3}]} | no geometry |"
            + " /features/0/geometry",
        "{'type':'FeatureCollection','features':[{'type':'Feature','id':'x','geometry':{'type':'Point','coordinates':[1]}}]}"
            + " | (id \"x\") | /features/0/geometry/coordinates",
        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':{'type':'Point','coordinates':[1,91]}}]}"
            + " | 91.0 is no latitude | /features/0/geometry/coordinates/1",
        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':{'type':'Point','coordinates':[500000,12]}}]}"
            + " | no longitude | /features/0/geometry/coordinates/0",
        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':{'type':'Circle','coordinates':[1,2]}}]}"
            + " | Circle | /features/0/geometry/type",
        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[2,2]]]}}]}"
            + " | not closed | /features/0/geometry/coordinates/0",
        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':{'type':'LineString','coordinates':[[0,0]]}}]}"
            + " | at least 2 | /features/0/geometry/coordinates",
        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':{'type':'LineString','coordinates':[[0,0],['1',2]]}}]}"
            + " | no position | /features/0/geometry/coordinates/1",
        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':{'type':'Point','coordinates':[[[[[[1,2]]]]]]}}]}"
            + " | too deeply | /features/0/geometry/coordinates",
        "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'a':1,'a':2}}]} |"
            + " Duplicate | /features/0",
        "{'type':'FeatureCollection','crs':{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::27700'}},'features':[]}"
            + " | EPSG::27700 | /crs",
        "{'type':'FeatureCollection','features':[{'type':'Feature'},{'type':'Feature','geometry':{'type':'Po"
            + " | Feature 2 | /features/1"
      },
      quoteCharacter = '`')
  void aFaultNamesTheFeatureAndThePointer(String json, String detail, String where) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(json.equals("''") ? "" : json.replace('\'', '"')))
        .satisfies(
            problem -> {
              assertThat(problem.detail()).contains(detail);
              assertThat(problem.where()).startsWith(where);
              assertThat(problem.hint()).endsWith("Nothing was changed.");
            });
  }

  @Test
  void tooManyFeaturesAreRefused() {
    String[] many =
        IntStream.rangeClosed(0, MOST)
            .mapToObj(i -> feature("" + i, "null", "{}"))
            .toArray(String[]::new);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> features(many))
        .withMessageContaining("more than " + MOST);
  }

  @Test
  void anOutlineOfAMillionCornersIsReadInBoundedTime() {
    StringBuilder ring = new StringBuilder();
    int corners = 1_000_000;
    for (int i = 0; i <= corners; i++) {
      double angle = 2 * Math.PI * (i % corners) / corners;
      ring.append(i == 0 ? "" : ",").append('[').append(10 * Math.cos(angle)).append(',');
      ring.append(10 * Math.sin(angle)).append(']');
    }
    assertTimeout(
        Duration.ofSeconds(60),
        () ->
            assertThat(
                    features(
                            feature(
                                "1",
                                "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}",
                                "{}"))
                        .features())
                .isEqualTo(1));
  }

  /** {@code -Ddateline.conformance=DIR}: the folder with the test data of the CQL2 standard. */
  @ParameterizedTest
  @CsvSource({
    "ne_110m_admin_0_countries, 177",
    "ne_110m_populated_places_simple, 243",
    "ne_110m_rivers_lake_centerlines, 13"
  })
  @EnabledIfSystemProperty(named = "dateline.conformance", matches = ".+")
  void theLayersOfTheStandardAreRead(String layer, int features) throws IOException {
    Path file = Path.of(System.getProperty("dateline.conformance"), "cql2", layer + ".geojson");
    DatasetFile read = GeoJsonDataset.read(Files.newInputStream(file), MOST, bytes -> {});
    assertThat(read.features()).isEqualTo(features);
    assertThat(collection(read).features()).hasSize(features);
  }
}
