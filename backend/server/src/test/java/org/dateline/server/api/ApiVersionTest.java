package org.dateline.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API does not change unsaid. What it has stands in {@code src/test/api/VERSION.txt}, one line
 * for each path, parameter, property and word; a change needs a version, its lines and an entry in
 * {@code api/changelog.tsv}.
 */
class ApiVersionTest extends RunningServer {

  /** Set, the lines of this version are written anew. */
  private static final String WRITE = "dateline.write-api-lines";

  private static final Path LINES = Path.of("src/test/api");

  private final JsonMapper json = new JsonMapper();

  /** A data set is a collection of its own; those that other tests left are no part of the API. */
  @BeforeEach
  void removeDataSets() {
    for (String id : JsonPath.<List<String>>read(get("/api/datasets"), "$.datasets[*].id")) {
      http.delete()
          .uri("/api/datasets/" + id)
          .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
          .exchange()
          .expectStatus()
          .isNoContent();
    }
  }

  /** Returns what the running server says of itself. */
  private SortedSet<String> served() {
    SortedSet<String> lines = new TreeSet<>();
    JsonNode definition = json.readTree(get("/api/openapi"));
    definition
        .path("paths")
        .properties()
        .forEach(path -> collect(lines, "definition " + path.getKey(), path.getValue()));
    collect(lines, "definition components", definition.path("components"));
    for (String address :
        JsonPath.<List<String>>read(get("/api/schemas"), "$.links[?(@.rel=='item')].href")) {
      String path = address.substring(address.indexOf("/api"));
      collect(
          lines, "schema " + path.substring("/api/schemas/".length()), json.readTree(get(path)));
    }
    return lines;
  }

  /** Words for people may change freely; all else is a promise. */
  private static void collect(SortedSet<String> lines, String at, JsonNode node) {
    if (node.isObject()) {
      String name = node.path("name").asString("");
      node.properties().stream()
          .filter(
              member ->
                  !List.of("description", "summary", "title").contains(member.getKey())
                      || member.getValue().isObject())
          .forEach(
              member ->
                  collect(
                      lines,
                      at + (name.isEmpty() ? "" : " " + name) + " " + member.getKey(),
                      member.getValue()));
    } else if (node.isArray()) {
      node.forEach(element -> collect(lines, at, element));
    } else {
      lines.add(at + " = " + node.asString());
    }
  }

  private static SortedSet<String> written(String version) throws IOException {
    return new TreeSet<>(Files.readAllLines(LINES.resolve(version + ".txt")));
  }

  /** Returns the newest of the versions before this one whose lines are kept. */
  private static Optional<String> earlier() throws IOException {
    try (Stream<Path> files = Files.list(LINES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".txt", ""))
          .filter(version -> Arrays.compare(numbers(version), numbers(OpenApi.VERSION)) < 0)
          .max((a, b) -> Arrays.compare(numbers(a), numbers(b)));
    }
  }

  private static int[] numbers(String version) {
    return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  private static SortedSet<String> without(SortedSet<String> some, SortedSet<String> others) {
    SortedSet<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  @Test
  void nothingChangesWithoutAVersion() throws IOException {
    SortedSet<String> served = served();
    if (System.getProperty(WRITE) != null) {
      Files.write(LINES.resolve(OpenApi.VERSION + ".txt"), served);
    }
    SortedSet<String> written = written(OpenApi.VERSION);
    if (!served.equals(written)) {
      fail(
          "The API is not what version %s said. If that version is published, raise OpenApi.VERSION."
                  .formatted(OpenApi.VERSION)
              + " Say what changed in api/changelog.tsv, then run this test with -D%s.%n"
                  .formatted(WRITE)
              + "Gone:%n%s%nNew:%n%s"
                  .formatted(
                      String.join("\n", without(written, served)),
                      String.join("\n", without(served, written))));
    }
  }

  @Test
  void whatBreaksClientsRaisesTheNumberThatSaysSo() throws IOException {
    Optional<String> earlier = earlier();
    if (earlier.isEmpty()) {
      return;
    }
    int[] before = numbers(earlier.get());
    int[] now = numbers(OpenApi.VERSION);
    SortedSet<String> gone = without(written(earlier.get()), written(OpenApi.VERSION));
    int telling = before[0] == 0 ? 1 : 0;
    if (!gone.isEmpty()) {
      assertThat(Arrays.mismatch(before, now)).as("gone: %s", gone).isLessThanOrEqualTo(telling);
    }
  }

  @Test
  void theChangelogBeginsWithThisVersion() {
    assertThat(ApiTables.changes().get(0).version()).isEqualTo(OpenApi.VERSION);
    assertThat(ApiTables.changes())
        .allSatisfy(
            change -> {
              assertThat(change.kind()).isIn("added", "changed", "deprecated", "removed");
              assertThat(change.what()).isNotBlank();
            });
  }

  @Test
  void theVersionIsSaidEverywhereAlike() {
    assertThat(JsonPath.<String>read(get("/api"), "$.version")).isEqualTo(OpenApi.VERSION);
    assertThat(JsonPath.<String>read(get("/api/openapi"), "$.info.version"))
        .isEqualTo(OpenApi.VERSION);
    assertThat(get("/api/docs")).contains("Version " + OpenApi.VERSION);
  }
}
