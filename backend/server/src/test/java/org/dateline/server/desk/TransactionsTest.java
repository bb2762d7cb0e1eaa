package org.dateline.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** The conformance tests of OGC API - Features, Part 4, each over HTTP. */
class TransactionsTest extends RunningServer {

  private static final String ITEMS = "/api/collections/locations/items";
  private static final String GEO_JSON = "application/geo+json";
  private static final String MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";

  private static String feature(String name, String more) {
    return """
        {"type": "Feature", %s "geometry": {"type": "Point", "coordinates": [-3, 16]},
         "properties": {"location": "%s", "source": "own reporting", "location_resolution": "Exact",
           "notes": "first"}}"""
        .formatted(more, name);
  }

  private WebTestClient.RequestBodySpec as(HttpMethod method, String path) {
    return http.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN);
  }

  private EntityExchangeResult<String> create(String body) {
    return as(HttpMethod.POST, ITEMS)
        .header(HttpHeaders.CONTENT_TYPE, GEO_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isCreated()
        .expectBody(String.class)
        .returnResult();
  }

  private String made(String name) {
    return ITEMS + "/" + JsonPath.<String>read(create(feature(name, "")).getResponseBody(), "$.id");
  }

  private String etag(String path) {
    return String.valueOf(
        http.get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseHeaders()
            .getETag());
  }

  private ResponseSpec write(HttpMethod method, String path, String type, String tag, String body) {
    WebTestClient.RequestBodySpec request = as(method, path);
    if (!type.isEmpty()) {
      request.header(HttpHeaders.CONTENT_TYPE, type);
    }
    if (!tag.isEmpty()) {
      request.header(HttpHeaders.IF_MATCH, tag);
    }
    return body.isEmpty()
        ? request.exchange()
        : request.body(Mono.just(body.getBytes(StandardCharsets.UTF_8)), byte[].class).exchange();
  }

  @Test
  void optionsNameTheMethodsAndTheTypesTheyTake() {
    String one = made("Options");
    http.options()
        .uri(ITEMS)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET", "HEAD", "POST"))
        .expectHeader()
        .value("Accept-Post", types -> assertThat(types).contains(GEO_JSON));
    http.options()
        .uri(one)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .value(
            HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET", "PUT", "PATCH", "DELETE"))
        .expectHeader()
        .value("Accept-Patch", types -> assertThat(types).contains("application/merge-patch+json"));
  }

  @Test
  void aNewFeatureIsWhereTheLocationSays() {
    String before = get(ITEMS + "?limit=10000");
    EntityExchangeResult<String> first = create(feature("New", ""));
    EntityExchangeResult<String> second = create(feature("With id", "\"id\": \"mine\","));
    for (EntityExchangeResult<String> answer : List.of(first, second)) {
      String at = String.valueOf(answer.getResponseHeaders().getLocation());
      String id = JsonPath.read(answer.getResponseBody(), "$.id");
      assertThat(at).endsWith(ITEMS + "/" + id);
      assertThat(JsonPath.<List<String>>read(before, "$.features[*].id")).doesNotContain(id);
      String json = get(ITEMS + "/" + id);
      assertThat(JsonPath.<String>read(json, "$.id")).isEqualTo(id);
      assertThat(JsonPath.<String>read(json, "$.properties.notes")).isEqualTo("first");
      assertThat(JsonPath.<List<Integer>>read(json, "$.geometry.coordinates"))
          .containsExactly(-3, 16);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH"})
  void aBodyOfNoTypeIsRefused(String method) {
    String one = made("Typeless");
    String path = method.equals("POST") ? ITEMS : one;
    String tag = etag(one);
    write(HttpMethod.valueOf(method), path, "", tag, feature("X", ""))
        .expectStatus()
        .isBadRequest();
    assertThat(etag(one)).isEqualTo(tag);
  }

  @Test
  void aReplacedFeatureHasTheNewContentAndItsOwnId() {
    String one = made("Old");
    write(HttpMethod.PUT, one, GEO_JSON, etag(one), feature("Other", "\"id\": \"another\","))
        .expectStatus()
        .isEqualTo(409);
    http.get().uri(ITEMS + "/another").exchange().expectStatus().isNotFound();
    String body = feature("Replaced", "").replace("\"notes\": \"first\"", "\"admin1\": \"Gao\"");
    write(HttpMethod.PUT, one, GEO_JSON, etag(one), body).expectStatus().isOk();
    String json = get(one);
    assertThat(JsonPath.<String>read(json, "$.properties.location")).isEqualTo("Replaced");
    assertThat(JsonPath.<Object>read(json, "$.properties.notes")).isNull();
    assertThat(one).endsWith(JsonPath.<String>read(json, "$.id"));
  }

  @Test
  void whatIsNotThereIsNotMadeByReplacing() {
    for (String tag : List.of("*", "\"xyz\"")) {
      write(HttpMethod.PUT, ITEMS + "/no-such-thing", GEO_JSON, tag, feature("X", ""))
          .expectStatus()
          .isNotFound();
    }
    http.get().uri(ITEMS + "/no-such-thing").exchange().expectStatus().isNotFound();
  }

  @Test
  void anUpdateChangesWhatItNamesAlone() {
    String one = made("Update");
    String before = get(one);
    write(
            HttpMethod.PATCH,
            one,
            "application/merge-patch+json",
            etag(one),
            "{\"properties\": {\"notes\": null, \"admin1\": \"Gao\"}}")
        .expectStatus()
        .isOk();
    String after = get(one);
    assertThat(JsonPath.<Object>read(after, "$.properties.notes")).isNull();
    assertThat(JsonPath.<String>read(after, "$.properties.admin1")).isEqualTo("Gao");
    assertThat(JsonPath.<String>read(after, "$.properties.location")).isEqualTo("Update");
    assertThat(JsonPath.<Object>read(after, "$.geometry"))
        .isEqualTo(JsonPath.read(before, "$.geometry"));
  }

  @Test
  void anUpdateDoesNotChangeTheId() {
    String one = made("Id");
    write(
        HttpMethod.PATCH,
        one,
        "application/merge-patch+json",
        etag(one),
        "{\"id\": \"other\", \"properties\": {\"admin1\": \"Gao\"}}");
    assertThat(one).endsWith(JsonPath.<String>read(get(one), "$.id"));
    http.get().uri(ITEMS + "/other").exchange().expectStatus().isNotFound();
  }

  @Test
  void aRemovedFeatureIsGone() {
    String one = made("Remove");
    write(HttpMethod.DELETE, one, "", etag(one), "").expectStatus().isNoContent();
    http.get().uri(one).exchange().expectStatus().isNotFound();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
  void onlyTheVersionThatWasSeenIsChanged(String word) {
    HttpMethod method = HttpMethod.valueOf(word);
    String one = made("Locked");
    String tag = etag(one);
    String type = method == HttpMethod.DELETE ? "" : GEO_JSON;
    String body = method == HttpMethod.DELETE ? "" : feature("Changed", "");
    write(method, one, type, "\"0\"", body).expectStatus().isEqualTo(412);
    write(method, one, type, "", body).expectStatus().isEqualTo(428);
    assertThat(etag(one)).isEqualTo(tag);
    ResponseSpec done = write(method, one, type, tag, body);
    done.expectStatus().is2xxSuccessful();
    if (method != HttpMethod.DELETE) {
      done.expectHeader().value(HttpHeaders.ETAG, now -> assertThat(now).isNotEqualTo(tag));
      // Whoever still has the first version is told what there is now.
      write(method, one, type, tag, feature("Late", ""))
          .expectStatus()
          .isEqualTo(412)
          .expectBody(String.class)
          .value(problem -> assertThat(problem).contains("Changed"));
    } else {
      http.get().uri(one).exchange().expectStatus().isNotFound();
    }
  }

  @Test
  void coordinatesAreThoseOfTheSystemThatTheRequestNames() {
    String mercator = feature("Metres", "").replace("[-3, 16]", "[-333958.472, 1804722.766]");
    String at =
        String.valueOf(
            as(HttpMethod.POST, ITEMS)
                .header(HttpHeaders.CONTENT_TYPE, GEO_JSON)
                .header("Content-Crs", "<" + MERCATOR + ">")
                .bodyValue(mercator)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation());
    String path = at.substring(at.indexOf("/api"));
    List<Number> degrees = JsonPath.read(get(path), "$.geometry.coordinates");
    assertThat(Math.abs(degrees.get(0).doubleValue() + 3)).isLessThan(1e-5);
    assertThat(Math.abs(degrees.get(1).doubleValue() - 16)).isLessThan(1e-5);
    List<Number> metres = JsonPath.read(get(path + "?crs=" + MERCATOR), "$.geometry.coordinates");
    assertThat(Math.abs(metres.get(0).doubleValue() + 333958.472)).isLessThan(0.1);
    for (String unknown : List.of("<http://www.opengis.net/def/crs/EPSG/0/1>", MERCATOR)) {
      as(HttpMethod.POST, ITEMS)
          .header(HttpHeaders.CONTENT_TYPE, GEO_JSON)
          .header("Content-Crs", unknown)
          .bodyValue(mercator)
          .exchange()
          .expectStatus()
          .isBadRequest();
    }
  }
}
