package org.dateline.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.server.RunningServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class FormatApiTest extends RunningServer {

  private static final String ITEMS = "/api/collections/places/items";

  @ParameterizedTest
  @CsvSource({
    "geojson, application/geo+json,",
    "html, text/html,",
    "geojsonseq, application/geo+json-seq, places.geojsonseq",
    "csv, text/csv, places.csv",
    "hxl, text/csv, places.hxl.csv",
    "gpkg, application/geopackage+sqlite3, places.gpkg",
    "fgb, application/flatgeobuf, places.fgb",
    "kml, application/vnd.google-earth.kml+xml, places.kml",
    "gpx, application/gpx+xml, places.gpx",
    "lpf, application/ld+json, places.lpf"
  })
  void eachFormatHasItsTypeItsFileNameAndLinksToTheOthers(
      String f, String type, @Nullable String file) {
    EntityExchangeResult<byte[]> answer = answer(ITEMS + "?f=" + f);
    HttpHeaders headers = answer.getResponseHeaders();
    assertThat(String.valueOf(headers.getContentType())).startsWith(type);
    assertThat(headers.getVary()).contains(HttpHeaders.ACCEPT);
    assertThat(answer.getResponseBody()).isNotEmpty();
    assertThat(headers.getContentDisposition().getFilename()).isEqualTo(file);
    if (file != null) {
      assertThat(headers.getFirst(HttpHeaders.LINK)).contains("rel=\"alternate\"", "f=geojson");
    }
  }

  @Test
  void eachFormatHasItsOwnTagAndAnswersNotModified() {
    List<String> tags = new ArrayList<>();
    for (String f : List.of("geojson", "html", "csv", "hxl", "gpkg", "fgb", "kml")) {
      String tag = String.valueOf(answer(ITEMS + "?f=" + f).getResponseHeaders().getETag());
      tags.add(tag);
      http.get()
          .uri(ITEMS + "?f=" + f)
          .header(HttpHeaders.IF_NONE_MATCH, tag)
          .exchange()
          .expectStatus()
          .isNotModified();
    }
    assertThat(tags).doesNotHaveDuplicates().doesNotContain("null");
  }

  @Test
  void theHeaderDoesWhatTheParameterDoes() {
    byte[] csv =
        http.get()
            .uri(ITEMS)
            .header(HttpHeaders.ACCEPT, "application/json;q=0.3, text/csv")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    assertThat(csv).isEqualTo(answer(ITEMS + "?f=csv").getResponseBody());
  }

  @ParameterizedTest
  @ValueSource(strings = {ITEMS, "/api", "/api/collections", REPORT, REPORT + "/layers/fighting"})
  void anUnknownFormatIsToldWhichThereAre(String path) {
    String problem =
        http.get()
            .uri(path + "?f=shapefile")
            .exchange()
            .expectStatus()
            .isEqualTo(406)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(JsonPath.<List<String>>read(problem, "$.formats[*].f")).isNotEmpty();
  }

  @Test
  void aFileHasAllFeaturesAndAsManyAsTheLimitSays() {
    int all = JsonPath.read(get(ITEMS), "$.numberMatched");
    assertThat(get(ITEMS + "?f=geojsonseq").lines()).hasSize(all);
    assertThat(get(ITEMS + "?f=geojsonseq&limit=2").lines()).hasSize(2);
  }

  @Test
  void everyPropertyOfAFeatureStandsInItsPage() {
    String id = JsonPath.read(get(ITEMS), "$.features[0].id");
    Map<String, Object> properties = JsonPath.read(get(ITEMS + "/" + id), "$.properties");
    String page = get(ITEMS + "/" + id + "?f=html");
    properties.forEach(
        (name, value) -> {
          if (value != null) {
            assertThat(page).contains(">" + name + "<");
          }
        });
  }

  @Test
  void hostileTextIsTextOnThePages() {
    String id = addLocation("<img src=x onerror=alert(1)>", 2.5, 13.5);
    for (String path : List.of("", "/" + id)) {
      String page = get("/api/collections/locations/items" + path + "?f=html");
      assertThat(page).doesNotContain("<img src=x").contains("&lt;img src");
    }
  }

  @Test
  void theSecondRowHasHxlTags() {
    List<String> rows = get(ITEMS + "?f=hxl").lines().limit(2).toList();
    assertThat(rows.get(0)).startsWith("id,lon,lat,location");
    assertThat(rows.get(1).replace("\"", "")).startsWith("#event+id,#geo+lon,#geo+lat,#loc+name");
  }

  @Test
  void aReportIsANewsArticle() {
    String json = get(REPORT + "?f=jsonld");
    assertThat(JsonPath.<String>read(json, "$['@type']")).isEqualTo("NewsArticle");
    assertThat(JsonPath.<List<Object>>read(json, "$.contentLocation")).isNotEmpty();
    assertThat(JsonPath.<Map<String, Object>>read(json, "$")).doesNotContainKey("sha256");
  }

  @Test
  void noFormatHasTheTruePointOfADisplacementSite() {
    String text = JsonPath.read(get(REPORT + "/text"), "$.text");
    List<PlaceFinding> sites =
        geoparser.parse(text, GeoparseOptions.NONE).places().stream()
            .filter(PlaceFinding::sensitive)
            .toList();
    assertThat(sites).as("the seed names a camp").isNotEmpty();
    List<String> paths = new ArrayList<>(List.of(REPORT + "?f=jsonld"));
    for (String f : List.of("html", "geojsonseq", "csv", "hxl", "gpkg", "fgb", "kml", "lpf")) {
      for (String collection : List.of("places", "areas", "movements")) {
        paths.add("/api/collections/" + collection + "/items?limit=10000&f=" + f);
      }
      if (!f.equals("html") && !f.equals("lpf")) {
        paths.add(REPORT + "/layers/displacement?f=" + f);
      }
    }
    for (String path : paths) {
      byte[] body = bytes(path);
      for (PlaceFinding site : sites) {
        double lon = site.referent().lon();
        double lat = site.referent().lat();
        assertThat(hasBoth(body, lon, lat)).as(path).isFalse();
      }
    }
  }

  /** Whether both stand in it to three decimals, as text or as binary numbers. */
  private static boolean hasBoth(byte[] body, double lon, double lat) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return (text.contains(String.format(Locale.ROOT, "%.3f", lon))
            && text.contains(String.format(Locale.ROOT, "%.3f", lat)))
        || (hasDouble(body, lon) && hasDouble(body, lat));
  }

  private static boolean hasDouble(byte[] body, double degrees) {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      ByteBuffer buffer = ByteBuffer.wrap(body).order(order);
      for (int i = 0; i + Double.BYTES <= body.length; i++) {
        if (Math.abs(buffer.getDouble(i) - degrees) < 0.0005) {
          return true;
        }
      }
    }
    return false;
  }

  private byte[] bytes(String path) {
    byte[] body = answer(path).getResponseBody();
    return body == null ? new byte[0] : body;
  }

  private EntityExchangeResult<byte[]> answer(String path) {
    return http.get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(byte[].class)
        .returnResult();
  }
}
