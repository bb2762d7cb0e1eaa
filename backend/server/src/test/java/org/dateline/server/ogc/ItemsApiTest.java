package org.dateline.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

class ItemsApiTest extends RunningServer {

  private static final String ITEMS = "/api/collections/clinics/items";

  @BeforeEach
  void importClinics() {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      features
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"type": "Feature", "id": %d, "geometry": %s,
               "properties": {"name": "Clinique n\u00ba %d", "beds": %s, "a b&c": %d,
                 "opened": "20%02d-01-15"}}"""
                  .formatted(
                      100 - i,
                      i == 24
                          ? "null"
                          : "{\"type\": \"Point\", \"coordinates\": [%d, %d]}".formatted(i, i),
                      i,
                      i % 5 == 0 ? "null" : "" + i % 3,
                      i % 2,
                      i));
    }
    importDataset(
        "clinics",
        ("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static List<Integer> ids(String json) {
    return JsonPath.read(json, "$.features[*].id");
  }

  private static List<String> next(String json) {
    return JsonPath.read(json, "$.links[?(@.rel=='next')].href");
  }

  @ParameterizedTest
  @CsvSource({"sortby=", "sortby=-beds", "sortby=beds,-opened", "a%20b%26c=1", "q=clinique"})
  void followingNextGivesTheWholeOrderOnce(String query) {
    List<Integer> whole = ids(get(address(ITEMS + "?limit=100&" + query)));
    List<Integer> paged = new ArrayList<>();
    String page = get(address(ITEMS + "?limit=4&" + query));
    paged.addAll(ids(page));
    for (List<String> next = next(page); !next.isEmpty(); next = next(page)) {
      page = get(URI.create(next.get(0)));
      assertThat(JsonPath.<Integer>read(page, "$.numberMatched")).isEqualTo(whole.size());
      paged.addAll(ids(page));
    }
    assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(10);
    List<Integer> byOffset = new ArrayList<>();
    for (int offset = 0; offset < whole.size(); offset += 4) {
      byOffset.addAll(ids(get(address(ITEMS + "?limit=4&offset=" + offset + "&" + query))));
    }
    assertThat(byOffset).isEqualTo(whole);
  }

  @Test
  void pagesStayWholeWhenFeaturesComeAndGo() {
    List<String> added = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      added.add(addLocation("Paged " + i, i, 1));
    }
    String page =
        get("/api/collections/locations/items?limit=3&bbox=-0.5,0.5,9,1.5&sortby=location");
    List<String> first = JsonPath.read(page, "$.features[*].id");
    // The last of the page, whose place the link has, is taken away; another comes before it.
    http.delete()
        .uri("/api/collections/locations/items/" + first.get(2))
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
        .header(HttpHeaders.IF_MATCH, "*")
        .exchange()
        .expectStatus()
        .isNoContent();
    String early = addLocation("A paged one", 7, 1);
    List<String> second = JsonPath.read(get(URI.create(next(page).get(0))), "$.features[*].id");
    assertThat(second).containsExactlyElementsOf(added.subList(3, 6)).doesNotContain(early);
  }

  @Test
  void valuesThatAreMissingComeLastInEveryOrder() {
    for (String order : List.of("beds", "-beds", "%2Bbeds")) {
      List<Object> beds =
          JsonPath.read(
              get(address(ITEMS + "?limit=100&sortby=" + order)), "$.features[*].properties.beds");
      assertThat(beds.subList(20, 25)).containsOnlyNulls();
      assertThat(beds.subList(0, 20)).doesNotContainNull();
    }
  }

  @Test
  void onlyTheAskedPropertiesAreThere() {
    String json = get(address(ITEMS + "?properties=name,beds&skipGeometry=true&limit=1"));
    assertThat(JsonPath.<Map<String, Object>>read(json, "$.features[0].properties"))
        .containsOnlyKeys("name", "beds");
    assertThat(JsonPath.<Object>read(json, "$.features[0].geometry")).isNull();
    assertThat(
            JsonPath.<Map<String, Object>>read(
                get(ITEMS + "/100?properties=opened"), "$.properties"))
        .containsOnlyKeys("opened");
  }

  @Test
  void wordsAreFoundWithoutCaseAndAccents() {
    assertThat(ids(get(address(ITEMS + "?limit=100&q=CLINIQUE%207")))).contains(93);
    assertThat(ids(get(address(ITEMS + "?limit=100&q=nothing,%C3%89such")))).isEmpty();
  }

  @Test
  void coordinatesComeInTheSystemAskedForWithItsAxes() {
    String mercator = "http://www.opengis.net/def/crs/EPSG/0/3857";
    http.get()
        .uri(ITEMS + "?limit=1&offset=10&crs=" + mercator)
        .exchange()
        .expectHeader()
        .valueEquals("Content-Crs", "<" + mercator + ">")
        .expectBody(String.class)
        .value(
            json ->
                assertThat(JsonPath.<Double>read(json, "$.features[0].geometry.coordinates[0]"))
                    .isBetween(1113194.0, 1113195.9));
    List<Object> latLon =
        JsonPath.read(
            get(
                "/api/collections/locations/items/"
                    + addLocation("Axes", -3, 16)
                    + "?crs=http://www.opengis.net/def/crs/EPSG/0/4326"),
            "$.geometry.coordinates");
    assertThat(latLon).containsExactly(16, -3);
    http.get()
        .uri(ITEMS)
        .exchange()
        .expectHeader()
        .valueEquals("Content-Crs", "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
  }

  @Test
  void aBoxMayBeInAnotherSystem() {
    String degrees = get(address(ITEMS + "?limit=100&bbox=3,3,6,6"));
    // A feature without a geometry is in every box (fc-bbox-response).
    assertThat(ids(degrees)).containsExactly(97, 96, 95, 94, 76);
    String latFirst =
        get(
            address(
                ITEMS
                    + "?limit=100&bbox=3,3,6,6.5&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326"));
    assertThat(ids(latFirst)).isEqualTo(ids(degrees));
    String metres =
        get(
            address(
                ITEMS
                    + "?limit=100&bbox=300000,300000,700000,700000&bbox-crs="
                    + "http://www.opengis.net/def/crs/EPSG/0/3857"));
    assertThat(ids(metres)).isEqualTo(ids(degrees));
  }

  @Test
  void aTimeTakesWhatOverlapsIt() {
    assertThat(ids(get(address(ITEMS + "?datetime=2003-01-15/2005-01-15"))))
        .containsExactly(97, 96, 95);
    assertThat(ids(get(address(ITEMS + "?datetime=../2001-01-15T00:00:00Z"))))
        .containsExactly(100, 99);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox=1,2,3              | bbox",
        "bbox=1,2,3,x            | bbox",
        "bbox=1,2,3,NaN          | bbox",
        "bbox=1,5,3,4            | bbox",
        "bbox=1,2,3,400          | bbox",
        "bbox=9,9,1,1&bbox-crs=EPSG:3857 | bbox",
        "bbox=1,1,2,2&bbox-crs=EPSG:0 | bbox-crs",
        "crs=http://www.opengis.net/def/crs/EPSG/0/1 | crs",
        "crs=x                   | crs",
        "datetime=2020-13-01     | datetime",
        "datetime=2022-01-01/2021-01-01 | datetime",
        "datetime=../..          | datetime",
        "datetime=               | datetime",
        "limit=0                 | limit",
        "limit=-1                | limit",
        "limit=ten               | limit",
        "offset=-1               | offset",
        "offset=1&cursor=WyIwIl0 | offset",
        "cursor=x                | cursor",
        "cursor=WyIwIiwiMSJd     | cursor",
        "sortby=height           | sortby",
        "sortby=name,,beds       | sortby",
        "properties=height       | properties",
        "skipGeometry=maybe      | skipGeometry",
        "q=                      | q",
        "beds=many               | beds",
        "opened=yesterday        | opened",
        "height=3                | height",
        "limit=1&limit=2         | limit",
        "name=%FF                | name"
      })
  void whatIsMalformedIsNamed(String query, String parameter) {
    http.get()
        .uri(address(ITEMS + "?" + query))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.where")
        .isEqualTo("query parameter " + parameter)
        .jsonPath("$.hint")
        .isNotEmpty();
  }

  @Test
  void headOptionsAndTagsCostNothing() {
    String etag =
        String.valueOf(
            http.head()
                .uri(ITEMS)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty()
                .getResponseHeaders()
                .getETag());
    assertThat(etag).startsWith("\"");
    http.get()
        .uri(ITEMS)
        .header(HttpHeaders.IF_NONE_MATCH, etag)
        .exchange()
        .expectStatus()
        .isNotModified();
    http.options()
        .uri(ITEMS)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .value(
            HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET").doesNotContain("POST"));
    http.method(HttpMethod.GET)
        .uri(ITEMS)
        .header(HttpHeaders.ACCEPT, "image/png")
        .exchange()
        .expectStatus()
        .isEqualTo(406);
  }

  @Test
  void theSchemaSaysWhatFeaturesHave() {
    String schema = get("/api/collections/clinics/schema");
    assertThat(JsonPath.<String>read(schema, "$.properties.opened.format")).isEqualTo("date");
    assertThat(JsonPath.<String>read(schema, "$.properties.geom.format"))
        .isEqualTo("geometry-point");
    assertThat(
            JsonPath.<String>read(
                get("/api/collections/clinics/queryables"), "$.properties.beds.type"))
        .isEqualTo("integer");
    String locations = get("/api/collections/locations/schema");
    assertThat(JsonPath.<List<String>>read(locations, "$.required"))
        .containsExactly("location", "source", "location_resolution");
    assertThat(JsonPath.<Boolean>read(locations, "$.properties.version.readOnly")).isTrue();
    String collection = get("/api/collections/clinics");
    assertThat(JsonPath.<List<String>>read(collection, "$.crs"))
        .contains(JsonPath.<String>read(collection, "$.storageCrs"));
    assertThat(JsonPath.<List<String>>read(collection, "$.extent.temporal.interval[0]"))
        .containsExactly("2000-01-15T00:00:00Z", "2024-01-15T23:59:59Z");
  }
}
