package org.dateline.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class DatasetApiTest extends RunningServer {

  private static final String FILE =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "way/1", "geometry": {"type": "Point", "coordinates": [1.1234567, 2, 30]},
         "properties": {"name": "Un é", "n": 3, "day": "2022-05-01", "tags": ["a"], "is it": true}},
        {"type": "Feature", "id": 8, "geometry": null, "properties": {"name": null, "n": 4}}
      ]}""";

  private ResponseSpec post(String query, String type, String body) {
    return http.post()
        .uri("/api/datasets?" + query)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
        .header(HttpHeaders.CONTENT_TYPE, type)
        .bodyValue(body)
        .exchange();
  }

  private ResponseSpec delete(String id) {
    return http.delete()
        .uri("/api/datasets/" + id)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
        .exchange();
  }

  @Test
  void aFileBecomesACollectionUntilItIsRemoved() {
    post("id=sites&title=The+sites", "application/geo+json", FILE)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .value(HttpHeaders.LOCATION, at -> assertThat(at).endsWith("/api/collections/sites"));
    assertThat(JsonPath.<List<String>>read(get("/api/datasets"), "$.datasets[*].id"))
        .contains("sites");
    assertThat(JsonPath.<List<String>>read(get("/api/collections"), "$.collections[*].id"))
        .contains("sites");
    assertThat(JsonPath.<String>read(get("/api/collections/sites"), "$.title"))
        .isEqualTo("The sites");
    String items = get("/api/collections/sites/items");
    assertThat(JsonPath.<List<Object>>read(items, "$.features[*].id")).containsExactly("way/1", 8);
    assertThat(JsonPath.<Object>read(items, "$.features[*].properties"))
        .isEqualTo(JsonPath.read(FILE, "$.features[*].properties"));
    assertThat(JsonPath.<Object>read(items, "$.features[0].geometry"))
        .isEqualTo(JsonPath.read(FILE, "$.features[0].geometry"));
    assertThat(JsonPath.<String>read(get("/api/collections/sites/items/8"), "$.type"))
        .isEqualTo("Feature");
    http.get()
        .uri(address("/api/collections/sites/items/way%2F1"))
        .exchange()
        .expectBody(String.class)
        .value(body -> assertThat(body).contains("Un é", "items/way%2F1\""));
    assertThat(
            JsonPath.<List<Object>>read(
                get("/api/collections/sites/items?is it=true&day=2022-05-01&n=3"),
                "$.features[*].id"))
        .containsExactly("way/1");

    delete("sites").expectStatus().isNoContent();
    http.get().uri("/api/collections/sites").exchange().expectStatus().isNotFound();
    delete("sites").expectStatus().isNotFound();
  }

  @Test
  void anIdIsReplacedOnlyWhenAsked() {
    post("id=twice", "application/geo+json", FILE).expectStatus().isCreated();
    String other = FILE.replace("Un é", "Other");
    post("id=twice", "application/geo+json", other).expectStatus().isEqualTo(409);
    assertThat(get("/api/collections/twice/items")).contains("Un é");
    post("id=twice&replace=true", "application/geo+json", other).expectStatus().isCreated();
    assertThat(get("/api/collections/twice/items")).contains("Other").doesNotContain("Un é");
    delete("twice").expectStatus().isNoContent();
  }

  @ParameterizedTest
  @CsvSource({
    "id=ok, text/csv, 415",
    "id=ok&format=shp, application/geo+json, 400",
    "id=places, application/geo+json, 400",
    "id=../x, application/geo+json, 400",
    "title=x, application/geo+json, 400",
    "id=ok&colour=red, application/geo+json, 400"
  })
  void whatCannotBeMeantIsRefused(String query, String type, int status) {
    post(query, type, FILE).expectStatus().isEqualTo(status);
    http.get().uri("/api/collections/ok").exchange().expectStatus().isNotFound();
  }

  @Test
  void aFaultyFileChangesNothingAndTellsWhere() {
    post("id=ok", "application/geo+json", FILE.replace("1.1234567, 2, 30", "1.1, 200"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.where")
        .isEqualTo("/features/0/geometry/coordinates/1")
        .jsonPath("$.feature")
        .isEqualTo(1)
        .jsonPath("$.detail")
        .isEqualTo("Feature 1 (id \"way/1\"): 200.0 is no latitude.");
    http.get().uri("/api/collections/ok").exchange().expectStatus().isNotFound();
    // What curl sends unless told otherwise.
    post("id=ok&format=geojson", "application/x-www-form-urlencoded", FILE)
        .expectStatus()
        .isCreated();
    delete("ok").expectStatus().isNoContent();
  }
}
