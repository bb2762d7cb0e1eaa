package org.dateline.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.dateline.server.DatelineApplication;
import org.dateline.server.store.ChangeLog;
import org.dateline.server.store.Postgres;
import org.dateline.server.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What goes wrong for people who do not know the program: each is told what, where and what to do,
 * and nothing is changed, whatever the store.
 */
class StrangersTest {

  private static final String TOKEN = "a token of the tests, long enough";
  private static final String LOCATIONS = "/api/collections/locations";
  private static final String DECISION = "/api/reports/mali-new-course/mentions/m1";
  private static final String GEO_JSON = "application/geo+json";
  private static final String MERGE = "application/merge-patch+json";

  private static final String GOOD_PROPERTIES =
      "\"properties\":{\"location\":\"A\",\"source\":\"s\",\"location_resolution\":\"Exact\"}}";

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private String address = "";
  private String location = "";

  /** A request that cannot be met. */
  private record Case(
      String what,
      int status,
      String where,
      String says,
      String method,
      String path,
      BodyPublisher body,
      Map<String, String> headers) {}

  private static String feature(String geometry) {
    return "{\"type\":\"Feature\",\"geometry\":" + geometry + "," + GOOD_PROPERTIES;
  }

  private static Map<String, String> headers(String... pairs) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "Bearer " + TOKEN);
    for (int i = 0; i < pairs.length; i += 2) {
      headers.put(pairs[i], pairs[i + 1]);
    }
    headers.values().removeIf(String::isEmpty);
    return headers;
  }

  private static Case add(String what, int status, String where, String says, String body) {
    return new Case(
        what,
        status,
        where,
        says,
        "POST",
        LOCATIONS + "/items",
        BodyPublishers.ofString(body),
        headers("Content-Type", GEO_JSON));
  }

  private Case change(String what, int status, String says, String method, String... headers) {
    return new Case(
        what,
        status,
        "header If-Match",
        says,
        method,
        LOCATIONS + "/items/" + location,
        BodyPublishers.ofString("{\"properties\":{\"location\":\"B\"}}"),
        headers(headers));
  }

  private static Case upload(
      String what, int status, String where, String says, String path, BodyPublisher body) {
    Map<String, String> headers = headers("Content-Type", "text/plain");
    return new Case(what, status, where, says, "POST", path, body, headers);
  }

  /** Two hundred million bytes whose number is not said beforehand, made as they are sent. */
  private static BodyPublisher endless() {
    return BodyPublishers.ofInputStream(
        () ->
            new InputStream() {
              private int left = 200_000_000;

              @Override
              public int read() {
                return left-- > 0 ? ' ' : -1;
              }

              @Override
              public int read(byte[] into, int start, int length) {
                if (left <= 0) {
                  return -1;
                }
                int given = Math.min(length, left);
                Arrays.fill(into, start, start + given, (byte) ' ');
                left -= given;
                return given;
              }
            });
  }

  private List<Case> cases() {
    String point = feature("{\"type\":\"Point\",\"coordinates\":[-4,14]}");
    String latin1 =
        "Ort;Breite;L\u00e4nge;Quelle\nS\u00e9gou;13,43;-6,26;eigene\nFalsch;113,43;-6,26;eigene\n";
    return List.of(
        add(
            "half of a body",
            400,
            "line 1, column 65",
            "expected close marker for Array.",
            point.substring(0, 64)),
        upload(
            "half of a file",
            422,
            "line 1, column 101",
            "not JSON",
            LOCATIONS + "/import",
            BodyPublishers.ofString(
                ("{\"type\":\"FeatureCollection\",\"features\":[" + point).substring(0, 100))),
        upload(
            "a spreadsheet in Latin-1 with one wrong row",
            422,
            "line 3",
            "latitude 113.43",
            LOCATIONS + "/import?location_resolution=Exact",
            BodyPublishers.ofByteArray(latin1.getBytes(StandardCharsets.ISO_8859_1))),
        upload("200 MB to import", 413, "body", "20 MB", LOCATIONS + "/import", endless()),
        upload("200 MB as a text", 413, "body", "1048576", "/api/geoparse", endless()),
        add(
            "coordinates in the wrong order",
            422,
            "/geometry/coordinates",
            "Did you mean [-104, 14]?",
            feature("{\"type\":\"Point\",\"coordinates\":[14,-104]}")),
        add(
            "an outline that crosses itself",
            422,
            "/geometry/coordinates",
            "crosses or touches itself at [1, 1]",
            feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}")),
        change("no version named", 428, "which version", "PATCH", "Content-Type", MERGE),
        change("no version named to delete", 428, "which version", "DELETE"),
        change(
            "an old version",
            412,
            "version 1 now",
            "PATCH",
            "Content-Type",
            MERGE,
            "If-Match",
            "\"v7\""),
        change("an old version to delete", 412, "version 1 now", "DELETE", "If-Match", "\"v7\""),
        new Case(
            "a decision without a version",
            428,
            "header If-Match",
            "which version",
            "PATCH",
            DECISION,
            BodyPublishers.ofString("{\"status\":\"rejected\"}"),
            headers("Content-Type", MERGE)),
        new Case(
            "a decision on an old version",
            412,
            "header If-Match",
            "version 0 now",
            "PATCH",
            DECISION,
            BodyPublishers.ofString("{\"status\":\"rejected\"}"),
            headers("Content-Type", MERGE, "If-Match", "\"v7\"")),
        new Case(
            "a forged token",
            401,
            "header Authorization",
            "not one of this server's",
            "POST",
            LOCATIONS + "/items",
            BodyPublishers.ofString(point),
            headers("Content-Type", GEO_JSON, "Authorization", "Bearer forged")),
        new Case(
            "a session that has ended",
            401,
            "header Authorization",
            "who it is from",
            "POST",
            LOCATIONS + "/items",
            BodyPublishers.ofString(point),
            headers(
                "Content-Type",
                GEO_JSON,
                "Authorization",
                "",
                "Cookie",
                "dateline_session=" + "0".repeat(43))));
  }

  private HttpResponse<String> send(Case asked) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + asked.path()))
            .method(asked.method(), asked.body());
    asked.headers().forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private void areTold(StoreSettings.Database database) throws IOException, InterruptedException {
    try (ConfigurableApplicationContext server = start(database)) {
      address = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
      String point = feature("{\"type\":\"Point\",\"coordinates\":[-4,14]}");
      location = JsonPath.read(send(add("a location", 201, "", "", point)).body(), "$.id");
      ChangeLog log = server.getBean(ChangeLog.class);
      List<?> before = Objects.requireNonNull(log.after(0, 100_000).collectList().block());
      SoftAssertions softly = new SoftAssertions();
      for (Case asked : cases()) {
        HttpResponse<String> answer = send(asked);
        softly.assertThat(answer.statusCode()).as(asked.what()).isEqualTo(asked.status());
        softly
            .assertThat(answer.headers().firstValue("Content-Type"))
            .as(asked.what())
            .hasValue("application/problem+json");
        Map<String, @Nullable Object> problem = JsonPath.read(answer.body(), "$");
        softly
            .assertThat(problem)
            .as(asked.what())
            .containsEntry("status", asked.status())
            .containsEntry("where", asked.where());
        softly
            .assertThat(problem.get("detail") + " " + problem.get("hint"))
            .as(asked.what())
            .contains(asked.says())
            .doesNotContain("null", "REDACTED");
      }
      softly.assertAll();
      assertThat(log.after(0, 100_000).collectList().block()).isEqualTo(before);
    }
  }

  private ConfigurableApplicationContext start(StoreSettings.Database database) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("server.port", 0);
    settings.put("dateline.home", home);
    settings.put("dateline.bootstrap-token", TOKEN);
    if (database.url() != null) {
      settings.put("dateline.store.url", database.url());
      settings.put("dateline.store.username", String.valueOf(database.username()));
      settings.put("dateline.store.password", String.valueOf(database.password()));
    }
    return new SpringApplicationBuilder(DatelineApplication.class)
        .run(
            settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
  }

  @Test
  void areToldWhatIsWrongAndChangeNothingInAFile() throws IOException, InterruptedException {
    areTold(new StoreSettings.Database(null, null, null));
  }

  @Test
  void areToldWhatIsWrongAndChangeNothingInPostgres() throws IOException, InterruptedException {
    areTold(Postgres.newDatabase());
  }
}
