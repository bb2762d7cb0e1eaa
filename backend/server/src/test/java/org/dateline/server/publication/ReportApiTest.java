package org.dateline.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.finding.PlaceFinding;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

class ReportApiTest extends RunningServer {

  @Test
  void listsTheSeedReport() {
    String json = get("/api/reports");
    assertThat(JsonPath.<List<String>>read(json, "$.reports[*].id")).contains("mali-new-course");
    assertThat(JsonPath.<Integer>read(json, "$.reports[0].counts.places")).isPositive();
  }

  @Test
  void opensWithTheStoryNotWithTheFarEndOfAMovement() {
    List<Number> view = JsonPath.read(get(REPORT), "$.view.bbox");
    assertThat(view.get(0).doubleValue()).isBetween(-14.0, -7.0);
    assertThat(view.get(2).doubleValue()).isLessThan(10);
    assertThat(view.get(3).doubleValue()).isLessThan(30);
  }

  @Test
  void servesTheStoredTextToTheLetter() throws IOException {
    try (var in = getClass().getResourceAsStream("/seeds/mali-new-course.txt")) {
      String seed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(JsonPath.<String>read(get(REPORT + "/text"), "$.text")).isEqualTo(seed);
    }
  }

  @Test
  void mentionsAreSubstringsAtTheirOffsets() {
    String json = get(REPORT + "/text");
    String text = JsonPath.read(json, "$.text");
    List<Map<String, Object>> mentions = JsonPath.read(json, "$.mentions");
    assertThat(mentions).isNotEmpty();
    for (Map<String, Object> mention : mentions) {
      assertThat(text.substring(number(mention, "start"), number(mention, "end")))
          .isEqualTo(mention.get("text"));
      assertThat(mention.get("feature_id") == null)
          .isEqualTo(mention.get("not_placed_because") != null);
    }
  }

  @Test
  void quotesAreLiteralSubstringsAroundTheirMention() {
    String text = JsonPath.read(get(REPORT + "/text"), "$.text");
    List<Map<String, Object>> all = allProperties();
    assertThat(all).hasSizeGreaterThan(8);
    for (Map<String, Object> p : all) {
      String quote = (String) p.get("quote");
      int start = number(p, "quote_start");
      int end = number(p, "quote_end");
      assertThat(text.substring(start, end)).isEqualTo(quote);
      assertThat(text.substring(0, start)).endsWith((String) p.get("quote_prefix"));
      assertThat(text.substring(end)).startsWith((String) p.get("quote_suffix"));
      assertThat(number(p, "mention_start")).isBetween(start, end);
      assertThat(number(p, "mention_end")).isBetween(start, end);
    }
  }

  @Test
  void noAnswerHasTheTruePointOfADisplacementSite() {
    String text = JsonPath.read(get(REPORT + "/text"), "$.text");
    List<PlaceFinding> sites =
        geoparser.parse(text, GeoparseOptions.NONE).places().stream()
            .filter(PlaceFinding::sensitive)
            .toList();
    assertThat(sites).as("the seed names a camp").isNotEmpty();
    for (String path : allPaths()) {
      String body = get(path);
      for (PlaceFinding site : sites) {
        String lon = String.format(Locale.ROOT, "%.3f", site.referent().lon());
        String lat = String.format(Locale.ROOT, "%.3f", site.referent().lat());
        assertThat(body.contains(lon) && body.contains(lat)).as(path).isFalse();
      }
    }
  }

  @Test
  void aCampIsAGridCellWithTwoDecimals() {
    String json = get(REPORT + "/layers/displacement");
    List<Map<String, Object>> cells =
        JsonPath.read(json, "$.features[?(@.properties.generalised=='grid_5km')]");
    List<List<List<List<Number>>>> rings =
        JsonPath.read(
            json,
            "$.features[?(@.properties.feature_role!='movement' &&"
                + " @.properties.generalised=='grid_5km')].geometry.coordinates");
    assertThat(cells).isNotEmpty();
    for (List<List<List<Number>>> polygon : rings) {
      for (List<Number> point : polygon.get(0)) {
        for (Number degrees : point) {
          assertThat(degrees.doubleValue() * 100)
              .isCloseTo(Math.rint(degrees.doubleValue() * 100), within(1e-6));
        }
      }
    }
  }

  @Test
  void coordinatesOfTheMachineHaveAtMostFiveDecimals() {
    for (String layer : machinesLayers()) {
      assertThat(get(REPORT + "/layers/" + layer))
          .doesNotContainPattern("[\\[,]-?\\d+\\.\\d{6,}[,\\]]");
    }
  }

  @Test
  void movementsEndWhereTheirPlacesAreShown() {
    List<String> all = layers().stream().map(layer -> get(REPORT + "/layers/" + layer)).toList();
    List<Map<String, Object>> movements = new ArrayList<>();
    all.forEach(
        json -> movements.addAll(JsonPath.read(json, "$.features[?(@.properties.from_id)]")));
    assertThat(movements).isNotEmpty();
    for (Map<String, Object> movement : movements) {
      List<List<Number>> line = JsonPath.read(movement, "$.geometry.coordinates");
      String to = JsonPath.read(movement, "$.properties.to_id");
      List<List<Number>> label = new ArrayList<>();
      all.forEach(
          json ->
              label.addAll(
                  JsonPath.read(json, "$.features[?(@.id=='" + to + "')].properties.label_point")));
      assertThat(line.get(line.size() - 1).toString()).isEqualTo(label.get(0).toString());
    }
  }

  @Test
  void noPersonalNameStandsInAStructuredField() {
    for (Map<String, Object> p : allProperties()) {
      p.forEach(
          (name, value) -> {
            if (!name.contains("quote") && !name.equals("claims")) {
              assertThat(String.valueOf(value)).doesNotContain("Diallo").doesNotContain("Sidib");
            }
          });
    }
  }

  @Test
  void anUnchangedAnswerIsNotSentAgain() {
    String tag =
        String.valueOf(
            http.get()
                .uri(REPORT + "/layers/fighting")
                .exchange()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getETag());
    assertThat(tag).startsWith("\"");
    http.get()
        .uri(REPORT + "/layers/fighting")
        .header(HttpHeaders.IF_NONE_MATCH, tag)
        .exchange()
        .expectStatus()
        .isNotModified()
        .expectBody()
        .isEmpty();
  }

  @Test
  void headHasTheHeadersOfGet() {
    http.method(HttpMethod.HEAD)
        .uri(REPORT + "/layers/fighting")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentType("application/geo+json")
        .expectHeader()
        .exists(HttpHeaders.ETAG)
        .expectBody()
        .isEmpty();
  }

  @Test
  void largeAnswersAreCompressedOnRequest() throws IOException, InterruptedException {
    // The test client unpacks by itself and hides the header.
    HttpResponse<byte[]> packed =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address(REPORT + "/layers/fighting"))
                    .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(packed.headers().firstValue(HttpHeaders.CONTENT_ENCODING)).hasValue("gzip");
    assertThat(packed.headers().allValues(HttpHeaders.VARY)).contains("Accept-Encoding");
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertThat(new String(unpacked, StandardCharsets.UTF_8))
        .isEqualTo(get(REPORT + "/layers/fighting"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/reports", "/api/nothing", "/api/collections/places/items?x=1"})
  void everyAnswerMayBeReadByPagesOfOtherSites(String path) {
    http.get()
        .uri(path)
        .header(HttpHeaders.ORIGIN, "https://example.org")
        .exchange()
        .expectHeader()
        .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  }

  private static int number(Map<String, Object> members, String name) {
    return Integer.parseInt(String.valueOf(members.get(name)));
  }

  private List<String> layers() {
    return JsonPath.read(get(REPORT + "/layers"), "$.layers[*].id");
  }

  /** All but what journalists added, which quotes no sentence. */
  private List<String> machinesLayers() {
    return layers().stream().filter(layer -> !layer.equals("locations")).toList();
  }

  private List<String> allPaths() {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/api/reports",
                REPORT,
                REPORT + "/text",
                REPORT + "/mentions",
                REPORT + "/layers"));
    layers().forEach(layer -> paths.add(REPORT + "/layers/" + layer));
    for (String collection : List.of("places", "areas", "movements", "locations")) {
      paths.add("/api/collections/" + collection);
      paths.add("/api/collections/" + collection + "/items?limit=1000");
    }
    return paths;
  }

  private List<Map<String, Object>> allProperties() {
    List<Map<String, Object>> all = new ArrayList<>();
    machinesLayers()
        .forEach(
            layer ->
                all.addAll(
                    JsonPath.read(get(REPORT + "/layers/" + layer), "$.features[*].properties")));
    return all;
  }
}
