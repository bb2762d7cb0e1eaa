package org.dateline.server;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.Geoparser;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole server with its real parts on a free port and in a new folder; started once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningServer {

  /** The seed report. */
  protected static final String REPORT = "/api/reports/mali-new-course";

  /** What whoever writes sends. */
  protected static final String TOKEN = "a token of the tests, long enough";

  @LocalServerPort private int port;

  @Autowired protected Geoparser geoparser;

  @Autowired protected Geodata geodata;

  /** Asks the server. */
  protected WebTestClient http;

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) throws IOException {
    Path home = Files.createTempDirectory("dateline-test");
    registry.add("dateline.home", () -> home);
    registry.add("dateline.bootstrap-token", () -> TOKEN);
    // Tests come from one address, faster than people.
    registry.add("dateline.limits.sign-in", () -> 0);
    registry.add("dateline.limits.writes", () -> 0);
    registry.add("dateline.limits.imports", () -> 0);
  }

  @BeforeEach
  void connect() {
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .responseTimeout(Duration.ofSeconds(60))
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 << 20))
            .build();
  }

  /** Returns the whole address of a path. */
  protected URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Returns an answer's body, which must come with status 200. */
  protected String get(String path) {
    return String.valueOf(
        http.get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  /** Returns an answer's body, which must come with status 200. */
  protected String get(URI address) {
    return String.valueOf(
        http.get()
            .uri(address)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  /** Imports a GeoJSON file as a data set, in place of one of the same id. */
  protected void importDataset(String id, byte[] geoJson) {
    http.post()
        .uri("/api/datasets?replace=true&id=" + id)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
        .header(HttpHeaders.CONTENT_TYPE, "application/geo+json")
        .bodyValue(geoJson)
        .exchange()
        .expectStatus()
        .isCreated();
  }

  /** Adds a location and returns its id. */
  protected String addLocation(String name, double lon, double lat) {
    return String.valueOf(
        JsonPath.<String>read(
            http.post()
                .uri("/api/collections/locations/items")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
                .header(HttpHeaders.CONTENT_TYPE, "application/geo+json")
                .bodyValue(
                    """
                    {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, %s]},
                     "properties": {"location": "%s", "source": "own reporting",
                       "location_resolution": "Exact"}}"""
                        .formatted(lon, lat, name))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody(),
            "$.id"));
  }
}
