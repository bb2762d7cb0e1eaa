package org.dateline.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.dateline.server.RunningServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class LocationApiTest extends RunningServer {

  private static final String ITEMS = "/api/collections/locations/items";

  private static final String DEPOT =
      """
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-4.1234567, 14.4987654]},
       "properties": {"location": "Fuel depot near Mopti", "source": "own reporting",
         "location_resolution": "Vicinity", "event_type": "Explosions/Remote violence",
         "sub_event_type": "Air/drone strike", "event_date": "2022-05-01",
         "report": "mali-new-course"}}""";

  private EntityExchangeResult<byte[]> send(
      HttpMethod method, String path, @Nullable String ifMatch, String type, String body) {
    var request =
        http.method(method)
            .uri(URI.create(address(path).toString()))
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN);
    if (ifMatch != null) {
      request = request.header(HttpHeaders.IF_MATCH, ifMatch);
    }
    return request
        .header(HttpHeaders.CONTENT_TYPE, type)
        .bodyValue(body)
        .exchange()
        .expectBody()
        .returnResult();
  }

  private EntityExchangeResult<byte[]> send(
      HttpMethod method, String path, @Nullable String ifMatch, String body) {
    return send(method, path, ifMatch, "application/geo+json", body);
  }

  private String add(String feature) {
    var added = send(HttpMethod.POST, ITEMS, null, feature);
    assertThat(added.getStatus().value()).as(text(added)).isEqualTo(201);
    return JsonPath.read(text(added), "$.id");
  }

  private static String text(EntityExchangeResult<byte[]> answer) {
    byte[] body = answer.getResponseBody();
    return body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String about(String name, double lon, double lat, String more) {
    return """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, %s]},
         "properties": {"location": "%s", "source": "a source", "location_resolution": "Exact"%s}}"""
        .formatted(lon, lat, name, more);
  }

  @Test
  void anAddedLocationIsOnTheMapAtOnceAndKeepsItsDecimals() {
    var added = send(HttpMethod.POST, ITEMS, null, DEPOT);
    assertThat(added.getStatus().value()).isEqualTo(201);
    String id = JsonPath.read(text(added), "$.id");
    assertThat(id).matches("[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(String.valueOf(added.getResponseHeaders().getLocation()))
        .isEqualTo(address(ITEMS + "/" + id).toString());
    assertThat(added.getResponseHeaders().getETag()).isEqualTo("\"v1\"");

    String item = get(ITEMS + "/" + id);
    assertThat(JsonPath.<List<Double>>read(item, "$.geometry.coordinates"))
        .containsExactly(-4.1234567, 14.4987654);
    Map<String, Object> properties = JsonPath.read(item, "$.properties");
    assertThat(properties)
        .containsEntry("layer", "locations")
        .containsEntry("method", "human")
        .containsEntry("status", "unverified")
        .containsEntry("geo_precision", 2)
        .containsEntry("event_date_edtf", "2022-05-01")
        .containsEntry("created_by", "bootstrap");
    assertThat(JsonPath.<List<String>>read(get(REPORT + "/layers/locations"), "$.features[*].id"))
        .contains(id);
    assertThat(
            JsonPath.<List<String>>read(
                get(ITEMS + "?bbox=-4.2,14.4,-4.1,14.5&limit=1000"), "$.features[*].id"))
        .contains(id);
    assertThat(JsonPath.<List<String>>read(get("/api/collections"), "$.collections[*].id"))
        .contains("locations");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,''",
    "PUT,/01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "PATCH,/x",
    "DELETE,/x",
    "POST,/x/undo"
  })
  void nothingIsWrittenWithoutAToken(String method, String path) {
    for (String authorization : new String[] {null, "Bearer wrong", "Bearer ", "Basic " + TOKEN}) {
      var request =
          http.method(HttpMethod.valueOf(method))
              .uri(ITEMS + path)
              .header(HttpHeaders.IF_MATCH, "*");
      if (authorization != null) {
        request = request.header(HttpHeaders.AUTHORIZATION, authorization);
      }
      request
          .header(HttpHeaders.CONTENT_TYPE, "application/geo+json")
          .bodyValue(DEPOT)
          .exchange()
          .expectStatus()
          .isUnauthorized()
          .expectHeader()
          .exists(HttpHeaders.WWW_AUTHENTICATE)
          .expectHeader()
          .contentType("application/problem+json");
    }
  }

  @Test
  void theSecondEditorOfOneVersionIsToldBothVersions() {
    String id = add(about("First name", 10, 20, ""));
    String path = ITEMS + "/" + id;
    String patch = "{\"properties\": {\"location\": \"%s\"}}";
    String merge = "application/merge-patch+json";

    assertThat(send(HttpMethod.PATCH, path, null, merge, patch.formatted("x")).getStatus().value())
        .isEqualTo(428);
    var first = send(HttpMethod.PATCH, path, "\"v1\"", merge, patch.formatted("One editor's"));
    assertThat(first.getStatus().value()).as(text(first)).isEqualTo(200);
    assertThat(first.getResponseHeaders().getETag()).isEqualTo("\"v2\"");

    var second = send(HttpMethod.PATCH, path, "\"v1\"", merge, patch.formatted("Another's"));
    assertThat(second.getStatus().value()).isEqualTo(412);
    assertThat(second.getResponseHeaders().getETag()).isEqualTo("\"v2\"");
    assertThat(JsonPath.<String>read(text(second), "$.current.properties.location"))
        .isEqualTo("One editor's");
    assertThat(JsonPath.<String>read(text(second), "$.based_on.properties.location"))
        .isEqualTo("First name");
    assertThat(JsonPath.<String>read(get(path), "$.properties.location")).isEqualTo("One editor's");
    assertThat(
            send(HttpMethod.PATCH, path, "W/\"v2\"", merge, patch.formatted("Merged"))
                .getStatus()
                .value())
        .isEqualTo(200);
  }

  @Test
  void everyVersionStandsInTheHistoryAndCanBeBroughtBack() {
    String id = add(about("A", 11, 21, ", \"notes\": \"first\""));
    String path = ITEMS + "/" + id;
    send(HttpMethod.PUT, path + "?why=moved", "\"v1\"", about("B", 12, 22, ""));
    assertThat(send(HttpMethod.DELETE, path, "\"v2\"", "").getStatus().value()).isEqualTo(204);
    http.get().uri(path).exchange().expectStatus().isNotFound();
    assertThat(send(HttpMethod.DELETE, path, "\"v3\"", "").getStatus().value()).isEqualTo(404);

    var undone = send(HttpMethod.POST, path + "/undo", "\"v3\"", "");
    assertThat(undone.getStatus().value()).as(text(undone)).isEqualTo(200);
    assertThat(JsonPath.<String>read(get(path), "$.properties.location")).isEqualTo("B");
    send(HttpMethod.POST, path + "/undo?version=1", "\"v4\"", "");
    String back = get(path);
    assertThat(JsonPath.<String>read(back, "$.properties.notes")).isEqualTo("first");
    assertThat(JsonPath.<Number>read(back, "$.geometry.coordinates[0]").doubleValue())
        .isEqualTo(11);

    String history = get(path + "/history");
    assertThat(JsonPath.<List<Integer>>read(history, "$.changes[*].version"))
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(JsonPath.<String>read(history, "$.changes[1].why")).isEqualTo("moved");
    assertThat(JsonPath.<List<String>>read(history, "$.changes[*].who")).containsOnly("bootstrap");
    assertThat(JsonPath.<Object>read(history, "$.changes[2].feature")).isNull();
    assertThat(JsonPath.<List<String>>read(history, "$.changes[1].what[*].path"))
        .contains("/properties/location", "/geometry/coordinates");
  }

  @Test
  void whatIsReadAndSentBackUnchangedChangesNothing() {
    String id = add(about("Same", 13, 23, ", \"sensitivity\": \"public\""));
    String path = ITEMS + "/" + id;
    var same = send(HttpMethod.PUT, path, "\"v1\"", get(path));
    assertThat(same.getStatus().value()).as(text(same)).isEqualTo(200);
    assertThat(same.getResponseHeaders().getETag()).isEqualTo("\"v1\"");
  }

  @Test
  void aLimitedLocationHasItsExactPointInNoAnswer() {
    String at = "[-8.0123456, 12.6654321]";
    String camp =
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": %s},
         "properties": {"location": "A camp", "source": "own reporting",
           "location_resolution": "Exact", "gazetteer_id": "2460596"%s}}""";
    // Public at first, limited a moment later: the history must not tell either.
    String id = add(camp.formatted(at, ""));
    String path = ITEMS + "/" + id;
    var limited =
        send(
            HttpMethod.PATCH,
            path,
            "\"v1\"",
            "application/merge-patch+json",
            "{\"properties\": {\"sensitivity\": \"limited\","
                + " \"sensitivity_reason\": \"displacement_site\"}}");
    assertThat(limited.getStatus().value()).as(text(limited)).isEqualTo(200);
    // Saving what is shown again must neither leak nor lose the point.
    String shown = get(path);
    var again = send(HttpMethod.PUT, path, "\"v2\"", shown);
    assertThat(again.getStatus().value()).as(text(again)).isEqualTo(200);
    var stale = send(HttpMethod.PUT, path, "\"v1\"", shown);
    assertThat(stale.getStatus().value()).isEqualTo(412);

    for (String answer :
        List.of(
            text(limited),
            text(again),
            text(stale),
            shown,
            get(path),
            get(path + "/history"),
            get(ITEMS + "?limit=1000"),
            get("/api/collections"),
            get("/api/collections/locations/duplicates?lon=-8.01&lat=12.66"))) {
      assertThat(answer)
          .doesNotContain("-8.012")
          .doesNotContain("12.665")
          .doesNotContain("2460596");
    }
    assertThat(JsonPath.<String>read(get(path), "$.geometry.type")).isEqualTo("Polygon");
    assertThat(
            send(
                    HttpMethod.PATCH,
                    path,
                    "*",
                    "application/merge-patch+json",
                    "{\"properties\": {\"sensitivity\": \"public\"}}")
                .getStatus()
                .value())
        .as("a reason is needed")
        .isEqualTo(400);
    send(
        HttpMethod.PATCH,
        path + "?why=published%20by%20the%20UN",
        "*",
        "application/merge-patch+json",
        "{\"properties\": {\"sensitivity\": \"public\"}}");
    assertThat(JsonPath.<List<Double>>read(get(path), "$.geometry.coordinates"))
        .containsExactly(-8.0123456, 12.6654321);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Point\",\"coordinates\":[-7.95,112.5]} | /geometry/coordinates | [112.5, -7.95]",
        "{\"type\":\"Point\",\"coordinates\":[200,12]} | /geometry/coordinates | [20, 12]",
        "{\"type\":\"Point\",\"coordinates\":[1]} | /geometry/coordinates | longitude",
        "{\"type\":\"Circle\",\"coordinates\":[1,2]} | /geometry/type | MultiPolygon",
        "null | /geometry | longitude first",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]} |"
            + " /geometry/coordinates | [1, 1]",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,0],[2,2],[0,2]]]} |"
            + " /geometry/coordinates/0 | not closed",
        "{\"type\":\"LineString\",\"coordinates\":[[0,0]]} | /geometry/coordinates | at least 2"
      })
  void whatIsWrongInAGeometryIsToldWithItsPlace(String geometry, String where, String says) {
    var answer =
        send(
            HttpMethod.POST,
            ITEMS,
            null,
            "{\"type\":\"Feature\",\"geometry\":"
                + geometry
                + ",\"properties\":{\"location\":\"x\",\"source\":\"y\","
                + "\"location_resolution\":\"Exact\"}}");
    assertThat(answer.getStatus().value()).as(text(answer)).isEqualTo(422);
    assertThat(JsonPath.<String>read(text(answer), "$.where")).isEqualTo(where);
    assertThat(text(answer)).contains(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ", \"colour\": 1 | /properties/colour | There is no property",
        ", \"EventDate\": \"2022-05-01\" | /properties/EventDate | event_date",
        ", \"event_date\": \"1.5.2022\" | /properties/event_date | 2022-05-01",
        ", \"event_type\": \"battles\" | /properties/event_type | Did you mean \\\"Battles\\\"",
        ", \"event_type\": \"Riots\", \"sub_event_type\": \"Attack\" | /properties/sub_event_type |"
            + " Mob violence",
        ", \"fatalities\": -1 | /properties/fatalities | whole number",
        ", \"fatalities\": 9, \"fatalities_high\": 3 | /properties/fatalities_high | before",
        ", \"source_url\": \"javascript:alert(1)\" | /properties/source_url | https",
        ", \"sensitivity\": \"limited\" | /properties/sensitivity_reason | displacement_site",
        ", \"report\": \"no-such\" | /properties/report | /api/reports",
        ", \"notes\": \"a\\u0000b\" | /properties/notes | characters"
      })
  void whatIsWrongInAPropertyIsToldWithItsName(String more, String where, String says) {
    var answer = send(HttpMethod.POST, ITEMS, null, about("x", 1, 2, more));
    assertThat(answer.getStatus().value()).as(text(answer)).isEqualTo(422);
    assertThat(JsonPath.<String>read(text(answer), "$.where")).isEqualTo(where);
    assertThat(text(answer)).contains(says);
  }

  @Test
  void allThatIsMissingIsToldAtOnce() {
    var answer =
        send(
            HttpMethod.POST,
            ITEMS,
            null,
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + "\"properties\":{\"location\":\" \"}}");
    assertThat(JsonPath.<List<String>>read(text(answer), "$.errors[*].pointer"))
        .containsExactly(
            "/properties/location", "/properties/source", "/properties/location_resolution");
  }

  @Test
  void aHalfWrittenBodyIsToldWithLineAndColumn() {
    var answer = send(HttpMethod.POST, ITEMS, null, DEPOT.substring(0, DEPOT.length() / 2));
    assertThat(answer.getStatus().value()).isEqualTo(400);
    assertThat(JsonPath.<String>read(text(answer), "$.where")).startsWith("line 3");
  }

  @Test
  void nearDuplicatesAreOffered() {
    String first = add(about("Depot", 30, 10, ", \"event_date\": \"2022-05-01\""));
    String later = add(about("Later", 30, 10, ", \"event_date\": \"2022-06-01\""));
    String undated = add(about("Undated", 30.01, 10, ""));
    add(about("Far", 30.03, 10, ", \"event_date\": \"2022-05-01\""));
    var again =
        send(
            HttpMethod.POST,
            ITEMS,
            null,
            about("Depot again", 30.001, 10, ", \"event_date\": \"2022-05-04\""));
    assertThat(JsonPath.<List<String>>read(text(again), "$.duplicates[*].id"))
        .containsExactly(first, undated);
    assertThat(
            JsonPath.<List<String>>read(
                get("/api/collections/locations/duplicates?lon=30&lat=10&date=2022-06-02"),
                "$.duplicates[*].id"))
        .contains(later, undated)
        .doesNotContain(first);
  }

  @Test
  void optionsTellWhatCanBeDone() {
    http.options()
        .uri(ITEMS)
        .exchange()
        .expectHeader()
        .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET", "POST"));
    http.options()
        .uri(ITEMS + "/x")
        .exchange()
        .expectHeader()
        .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("PUT", "PATCH", "DELETE"));
  }
}
