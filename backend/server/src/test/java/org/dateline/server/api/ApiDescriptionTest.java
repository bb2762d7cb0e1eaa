package org.dateline.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dateline.server.RunningServer;
import org.dateline.server.feature.Property;
import org.dateline.server.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class ApiDescriptionTest extends RunningServer {

  @Test
  void theLandingPageLeadsToTheDefinition() {
    String json = get("/api");
    assertThat(JsonPath.<List<String>>read(json, "$.links[?(@.rel=='service-desc')].type"))
        .containsExactly("application/vnd.oai.openapi+json;version=3.0");
    assertThat(JsonPath.<List<String>>read(json, "$.links[*].rel"))
        .contains("self", "service-doc", "conformance", "data");
    http.get()
        .uri("/api/openapi")
        .exchange()
        .expectHeader()
        .valueEquals(HttpHeaders.CONTENT_TYPE, "application/vnd.oai.openapi+json;version=3.0");
  }

  @Test
  void theDefinitionsServerIsTheLandingPage() {
    String self = JsonPath.<List<String>>read(get("/api"), "$.links[?(@.rel=='self')].href").get(0);
    assertThat(JsonPath.<String>read(get("/api/openapi"), "$.servers[0].url")).isEqualTo(self);
  }

  @Test
  void everyDefinedPathAnswers() {
    Map<String, Map<String, Object>> paths = JsonPath.read(get("/api/openapi"), "$.paths");
    addLocation("A location", 1, 2);
    paths.forEach(
        (path, operations) -> {
          boolean needsSignIn =
              operations.get("get") instanceof Map<?, ?> read && read.containsKey("security");
          if (operations.containsKey("get") && !path.startsWith("/places") && !needsSignIn) {
            String id = path.contains("{featureId}") ? firstIn(path) : "";
            get(
                "/api"
                    + path.replace("{reportId}", "mali-new-course")
                        .replace("{layerId}", "fighting")
                        .replace("{featureId}", id)
                    + needed(operations.get("get")));
          }
        });
  }

  /** Returns a query with the parameters that an operation cannot do without; all are numbers. */
  private static String needed(Object operation) {
    List<String> names =
        JsonPath.read(operation, "$..parameters[?(@.in=='query' && @.required==true)].name");
    return names.stream().map(name -> "&" + name + "=1").collect(Collectors.joining("", "?", ""));
  }

  private String firstIn(String path) {
    String items = "/api" + path.substring(0, path.indexOf("/{featureId}")) + "?limit=1";
    return String.valueOf(JsonPath.<Object>read(get(items), "$.features[0].id"));
  }

  @Test
  void whatTheDefinitionRefersToIsThere() {
    String definition = get("/api/openapi");
    Set<String> referred = new TreeSet<>(JsonPath.<List<String>>read(definition, "$..['$ref']"));
    assertThat(referred).isNotEmpty();
    for (String pointer : referred) {
      String path = pointer.substring(2).replace("/", "']['");
      assertThat(JsonPath.<Object>read(definition, "$['" + path + "']")).as(pointer).isNotNull();
    }
  }

  @Test
  void theDefinitionRefersToNoOtherHost() {
    assertThat(get("/api/openapi")).doesNotContainPattern("\"\\$ref\":\"(?!#)");
  }

  @Test
  void everyPropertyThatIsServedIsDescribed() {
    Set<String> described = new TreeSet<>();
    Property.ALL.forEach(property -> described.add(property.name()));
    Set<String> served = new TreeSet<>();
    for (String collection : List.of("places", "areas", "movements")) {
      List<Map<String, Object>> all =
          JsonPath.read(
              get("/api/collections/" + collection + "/items?limit=1000"),
              "$.features[*].properties");
      all.forEach(properties -> served.addAll(properties.keySet()));
    }
    assertThat(described).containsAll(served);
    served.add("claims"); // only there when someone claims something
    assertThat(served).containsAll(described);
  }

  @Test
  void theReadablePageExplainsEveryProblem() {
    String html = get("/api/docs");
    for (ProblemType type : ProblemType.values()) {
      assertThat(html).contains("id=\"" + type.slug() + "\"");
    }
    assertThat(html).doesNotContain("src=\"http").doesNotContain("style=");
  }

  @Test
  void theCrosswalkNamesPropertiesThatThereAre() {
    Set<String> described = new TreeSet<>();
    Property.ALL.forEach(property -> described.add(property.name()));
    assertThat(ApiTables.crosswalk())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(described).contains(row.property()));
  }
}
