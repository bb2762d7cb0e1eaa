package org.dateline.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.UriUtils;

/** Filters in requests: Part 3 of OGC API - Features. */
class FilterApiTest extends RunningServer {

  private static final String ITEMS = "/api/collections/handful/items?";

  @BeforeEach
  void importFeatures() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/cql2/handful.geojson")) {
      importDataset("handful", Objects.requireNonNull(file).readAllBytes());
    }
  }

  private URI filtered(String path, String filter, String rest) {
    return address(path + "filter=" + encoded(filter) + rest);
  }

  private static String encoded(String value) {
    return UriUtils.encode(value, java.nio.charset.StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "name = 'Gao' | | gao",
        "people > 86633 | &checked=false | segou",
        "S_INTERSECTS(geom, BBOX(-10, 10, 0, 20)) | &bbox=-7,13,-6,14 | segou strasse",
        "{\"op\":\"like\",\"args\":[{\"property\":\"name\"},\"Ga%\"]} | &filter-lang=cql2-json | gao",
        "S_INTERSECTS(geom, POINT(13.43 -6.26)) |"
            + " &filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326 | segou strasse",
        "S_INTERSECTS(geom, BBOX(-5000, 1830000, -4000, 1840000)) |"
            + " &filter-crs=http://www.opengis.net/def/crs/EPSG/0/3857 | gao",
        "FALSE | | ",
      })
  void aFilterSelectsBesideTheOtherParameters(String filter, String rest, String ids) {
    String page = get(filtered(ITEMS, filter, rest == null ? "" : rest));
    assertThat(JsonPath.<List<String>>read(page, "$.features[*].id"))
        .isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
    assertThat(JsonPath.<Integer>read(page, "$.numberMatched"))
        .isEqualTo(ids == null ? 0 : ids.split(" ").length);
  }

  @Test
  void theNextPageHasTheSameFilter() {
    String page = get(filtered(ITEMS, "name IS NOT NULL AND people >= 0", "&limit=3"));
    List<String> next = JsonPath.read(page, "$.links[?(@.rel=='next')].href");
    assertThat(next).hasSize(1);
    assertThat(JsonPath.<List<String>>read(get(URI.create(next.get(0))), "$.features[*].id"))
        .containsExactly("fiji");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "nme = 'Gao' | | There is no property \\\"nme\\\" (at character 1).",
        "name = 'Gao' | &filter-lang=cql-text | is no language of filters here.",
        "name = 'Gao' | &filter-crs=EPSG:999999 | EPSG:999999",
        "((( | | expected",
      })
  void whatIsWrongWithAFilterIsToldInAProblem(String filter, String rest, String detail) {
    http.get()
        .uri(filtered(ITEMS, filter, rest == null ? "" : rest))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .contentType("application/problem+json")
        .expectBody(String.class)
        .value(body -> assertThat(body).contains(detail));
  }

  /** The standard's own test data is not part of this repository; see {@code ConformanceTest}. */
  @Test
  void everyVectorOfTheStandardGivesItsCountOverHttp() throws IOException {
    String path = System.getProperty("dateline.conformance", "");
    assumeTrue(
        !path.isEmpty(),
        "NOT RUN: the standard's test data is missing; -Ddateline.conformance=PATH names it");
    Path folder = Path.of(path, "cql2");
    List<String> vectors = Files.readAllLines(folder.resolve("vectors.tsv"));
    for (String id : vectors.stream().map(vector -> vector.split("\t")[1]).distinct().toList()) {
      importDataset(id, Files.readAllBytes(folder.resolve(id + ".geojson")));
    }
    List<String> wrong = new ArrayList<>();
    for (String vector : vectors) {
      String[] parts = vector.split("\t");
      String items = "/api/collections/" + parts[1] + "/items?limit=1&";
      Integer count = JsonPath.read(get(filtered(items, parts[2], "")), "$.numberMatched");
      if (count != Integer.parseInt(parts[3])) {
        wrong.add(count + " in place of: " + vector);
      }
    }
    assertThat(vectors).hasSize(139);
    assertThat(wrong).isEmpty();
  }
}
