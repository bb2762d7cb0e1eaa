package org.dateline.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.server.RunningServer;
import org.dateline.server.publication.LayerDescription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Real answers keep to the schemas that they name, and the schemas say enough to be broken. */
class SchemaTest extends RunningServer {

  private static final Pattern DESCRIBED_BY =
      Pattern.compile("<([^>]+)>; rel=\"describedby\"; type=\"application/schema\\+json\"");

  private SchemaRegistry registry;

  @BeforeEach
  void schemas() {
    Map<String, String> byAddress = new HashMap<>();
    for (String address :
        JsonPath.<List<String>>read(get("/api/schemas"), "$.links[?(@.rel=='item')].href")) {
      String path = address.substring(address.indexOf("/api"));
      byAddress.put(address(path).toString(), get(path));
    }
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byAddress));
  }

  private List<String> faults(String schema, String answer) {
    Schema read = registry.getSchema(SchemaLocation.of(address(schema).toString()));
    return read
        .validate(
            answer,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** Returns the schema that an answer names in its Link header. */
  private static String schemaOf(EntityExchangeResult<String> answer) {
    String links = String.join(", ", answer.getResponseHeaders().getValuesAsList(HttpHeaders.LINK));
    Matcher found = DESCRIBED_BY.matcher(links);
    assertThat(found.find()).as(links).isTrue();
    return found.group(1);
  }

  private void isValid(EntityExchangeResult<String> answer) {
    String body = Objects.requireNonNull(answer.getResponseBody());
    assertThat(faults(schemaOf(answer), body)).as(answer.getUrl().toString()).isEmpty();
  }

  private EntityExchangeResult<String> ask(String path) {
    return http.get().uri(path).exchange().expectBody(String.class).returnResult();
  }

  private EntityExchangeResult<String> geoparse(String text) {
    return http.post()
        .uri("/api/geoparse")
        .contentType(MediaType.TEXT_PLAIN)
        .bodyValue(text)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .returnResult();
  }

  @Test
  void whatIsSaidOfAReportIsValid() {
    for (String path : List.of("", "/text", "/mentions", "/layers")) {
      isValid(ask(REPORT + path));
    }
    isValid(ask("/api/reports"));
  }

  @Test
  void everyLayerIsValid() {
    for (LayerDescription layer : LayerDescription.ALL) {
      isValid(ask(REPORT + "/layers/" + layer.id()));
    }
  }

  @Test
  void everyCollectionAndFeatureIsValid() {
    addLocation("A location", 1, 2);
    List<String> collections = JsonPath.read(get("/api/collections"), "$.collections[*].id");
    assertThat(collections).contains("places", "areas", "movements", "locations");
    for (String collection : collections) {
      String items = "/api/collections/" + collection + "/items";
      EntityExchangeResult<String> page = ask(items + "?limit=1000");
      isValid(page);
      Object id = JsonPath.read(page.getResponseBody(), "$.features[0].id");
      isValid(ask(items + "/" + id));
    }
  }

  @Test
  void theGeoparsersAnswerIsValid() {
    isValid(geoparse(JsonPath.read(get(REPORT + "/text"), "$.text")));
    isValid(geoparse("Nothing here is a place."));
  }

  @Test
  void problemsAreValid() {
    for (String path :
        List.of("/api/reports/none", "/api/collections/places/items?limit=x", "/api/tokens")) {
      EntityExchangeResult<String> answer = ask(path);
      assertThat(answer.getStatus().isError()).isTrue();
      assertThat(schemaOf(answer)).isEqualTo("/api/schemas/problem");
      isValid(answer);
    }
  }

  @Test
  void everySchemaSaysWhatItIs() {
    for (String address :
        JsonPath.<List<String>>read(get("/api/schemas"), "$.links[?(@.rel=='item')].href")) {
      String path = address.substring(address.indexOf("/api"));
      DocumentContext schema = JsonPath.parse(get(path));
      assertThat(schema.<String>read("$.$schema")).isEqualTo(FeatureSchema.DRAFT);
      assertThat(schema.<String>read("$.$id")).isEqualTo(path);
      assertThat(schema.<String>read("$.title")).isNotBlank();
    }
  }

  @Test
  void everyMemberOfAnAnswerIsDescribed() {
    Map<String, String> answers =
        Map.of(
            "report", get(REPORT),
            "text", get(REPORT + "/text"),
            "layers", get(REPORT + "/layers"),
            "geoparse", Objects.requireNonNull(geoparse("Fighting in Mopti.").getResponseBody()));
    answers.forEach(
        (schema, answer) -> {
          Map<String, Object> members = JsonPath.read(answer, "$");
          Map<String, Object> described =
              JsonPath.read(get("/api/schemas/" + schema), "$.properties");
          assertThat(described.keySet()).as(schema).containsAll(members.keySet());
        });
  }

  @Test
  void aWrongAnswerIsNotValid() {
    String layer = get(REPORT + "/layers/fighting");
    Map<String, String> broken =
        Map.of(
            "a type", JsonPath.parse(layer).set("$.type", "Features").jsonString(),
            "a word outside a list",
                JsonPath.parse(layer)
                    .set("$.features[0].properties.status", "perhaps")
                    .jsonString(),
            "a number as text",
                JsonPath.parse(layer)
                    .set("$.features[0].properties.geo_precision", "1")
                    .jsonString(),
            "a missing property",
                JsonPath.parse(layer).delete("$.features[0].properties.quote").jsonString(),
            "a point without a position",
                JsonPath.parse(layer)
                    .set(
                        "$.features[0].geometry", Map.of("type", "Point", "coordinates", List.of()))
                    .jsonString(),
            "a moment that is none",
                JsonPath.parse(layer)
                    .set("$.features[0].properties.updated_at", "yesterday")
                    .jsonString());
    assertThat(faults("/api/schemas/layer", layer)).isEmpty();
    broken.forEach(
        (what, answer) -> assertThat(faults("/api/schemas/layer", answer)).as(what).isNotEmpty());
  }

  @Test
  void anUnknownSchemaIsAProblem() {
    http.get().uri("/api/schemas/none").exchange().expectStatus().isNotFound();
  }
}
