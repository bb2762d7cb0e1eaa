package org.dateline.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriUtils;

/** Geometries at the world's edges and beyond what is usual, in data and in requests. */
class OddGeometriesApiTest extends RunningServer {

  private static final String ITEMS = "/api/collections/odd/items?limit=100&";

  private static final String ODD =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "pole", "properties": {}, "geometry":
          {"type": "Polygon", "coordinates": [[[-180, 80], [180, 80], [180, 90], [-180, 90], [-180, 80]]]}},
        {"type": "Feature", "id": "fiji", "properties": {}, "geometry":
          {"type": "MultiPolygon", "coordinates": [[[[179, -18], [180, -18], [180, -16], [179, -18]]],
            [[[-180, -18], [-179, -18], [-180, -16], [-180, -18]]]]}},
        {"type": "Feature", "id": "bow", "properties": {}, "geometry":
          {"type": "Polygon", "coordinates": [[[10, 10], [12, 12], [12, 10], [10, 12], [10, 10]]]}},
        {"type": "Feature", "id": "mixed", "properties": {}, "geometry":
          {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]},
            {"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 0]]]},
            {"type": "Polygon", "coordinates": [[[1, 0], [5, 0], [5, 4], [1, 0]]]}]}},
        {"type": "Feature", "id": "high", "properties": {}, "geometry":
          {"type": "LineString", "coordinates": [[20, 20, 100], [21, 21, 200]]}},
        {"type": "Feature", "id": "empty", "properties": {}, "geometry":
          {"type": "MultiPoint", "coordinates": []}},
        {"type": "Feature", "id": "none", "properties": {}, "geometry": null}]}
      """;

  @BeforeEach
  void importThem() {
    importDataset("odd", ODD.getBytes(StandardCharsets.UTF_8));
  }

  private static String filter(String filter) {
    return "filter=" + UriUtils.encode(filter, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90)) | pole fiji bow mixed high",
        "POINT(180 -17) | fiji",
        "POINT(-180 -17) | fiji",
        "POINT(33 90) | pole",
        "BBOX(170, -90, -170, 0) | fiji",
        "BBOX(170, -17, -170, -17) | fiji",
        "POINT(11.5 11) | bow",
        "POINT(11 11.5) | ",
        "POINT EMPTY | ",
        "GEOMETRYCOLLECTION(POINT(3 1), LINESTRING(20 21, 21 20)) | mixed high",
        "POLYGON Z((19 19 5, 22 19 5, 22 22 5, 19 19 5)) | high",
        // Parts that overlap: the older algorithm of JTS fails on them.
        "GEOMETRYCOLLECTION(POLYGON((0 0, 50 0, 50 50, 0 0)), POLYGON((10 10, 60 0, 50 50, 10 10)))"
            + " | bow mixed high",
      })
  void aFilterTakesWhatTouchesItsGeometry(String geometry, String ids) {
    String page = get(address(ITEMS + filter("S_INTERSECTS(geom, " + geometry + ")")));
    assertThat(JsonPath.<List<String>>read(page, "$.features[*].id"))
        .isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
    String others = get(address(ITEMS + filter("S_DISJOINT(geom, " + geometry + ")")));
    assertThat(JsonPath.<Integer>read(others, "$.numberMatched"))
        .isEqualTo(5 - JsonPath.<Integer>read(page, "$.numberMatched"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S_EQUALS",
        "S_TOUCHES",
        "S_WITHIN",
        "S_CONTAINS",
        "S_OVERLAPS",
        "S_CROSSES",
        "S_INTERSECTS",
        "S_DISJOINT"
      })
  void everyRelationHoldsOrNotBetweenAnyTwoGeometries(String relation) {
    for (String geometry :
        List.of(
            "GEOMETRYCOLLECTION(POINT(1 2), POLYGON((0 0, 50 0, 50 50, 0 0)))",
            "GEOMETRYCOLLECTION(POLYGON((0 0, 9 0, 9 9, 0 0)), POLYGON((1 0, 10 0, 9 9, 1 0)))",
            "MULTILINESTRING((0 0, 30 30), (0 30, 30 0))",
            "GEOMETRYCOLLECTION EMPTY",
            "geom")) {
      String condition = relation + "(geom, " + geometry + ")";
      int holds = matched(condition);
      assertThat(holds + matched("NOT " + condition)).as(condition).isEqualTo(5);
    }
  }

  private int matched(String condition) {
    return JsonPath.read(get(address(ITEMS + filter(condition))), "$.numberMatched");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON((0 0, 10 10, 10 0, 0 10, 0 0)) | Self-intersection",
        "POLYGON((0 0, 0 0, 0 0, 0 0)) | not valid",
        "LINESTRING(0 0, 0 0) | not valid",
        "MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0)), ((0 0, 9 0, 9 9, 0 0))) | not valid",
        "POINT(1 2, 3 4) | A point has one position",
        "POINT(1) | no geometry",
        "BBOX(-1e308, -1e308, 1e308, 1e308) | beyond all measure",
      })
  void aGeometryThatIsNoneIsRefused(String geometry, String detail) {
    refused(filter("S_INTERSECTS(geom, " + geometry + ")"), "filter", detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0x1p3,2,9,4 | 0x1p3", "1d,2,3f,4 | 1d", "1,2,3,91 | 91", "1,2,1e9,4 | 1e9"})
  void aBoxHasDecimalDegrees(String box, String wrong) {
    refused("bbox=" + box, "bbox", "\"" + wrong + "\" is not a number");
  }

  private void refused(String query, String parameter, String detail) {
    http.get()
        .uri(address(ITEMS + query))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .contentType("application/problem+json")
        .expectBody()
        .jsonPath("$.where")
        .isEqualTo("query parameter " + parameter)
        .jsonPath("$.detail")
        .value(String.class, said -> assertThat(said).contains(detail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3857", "4326", "3031", "32630", "2154"})
  void whereASystemHasNoCoordinatesAFeatureHasNoGeometry(String code) {
    URI page = address(ITEMS + "crs=http://www.opengis.net/def/crs/EPSG/0/" + code);
    assertThat(JsonPath.<List<Object>>read(get(page), "$.features[*].id")).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojsonseq", "csv", "hxl", "gpkg", "fgb", "kml", "html"})
  void everyFormatHasThemAll(String f) {
    http.get()
        .uri(address(ITEMS + "f=" + f))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(byte[].class)
        .value(body -> assertThat(new String(body, StandardCharsets.ISO_8859_1)).contains("none"));
  }

  @Test
  void aBoxAcrossTheAntimeridianTakesBothSides() {
    String page = get(address(ITEMS + "bbox=175,-20,-175,-10"));
    // What has no geometry is in every box.
    assertThat(JsonPath.<List<String>>read(page, "$.features[*].id"))
        .containsExactly("fiji", "empty", "none");
  }
}
