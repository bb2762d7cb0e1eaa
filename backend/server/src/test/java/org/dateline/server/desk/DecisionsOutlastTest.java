package org.dateline.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.server.DatelineApplication;
import org.dateline.server.command.Commands;
import org.dateline.server.report.Decisions;
import org.dateline.server.report.Reading;
import org.dateline.server.report.Report;
import org.dateline.server.report.ReportReader;
import org.dateline.server.report.ReportSource;
import org.dateline.server.report.Taught;
import org.dateline.server.report.TextRights;
import org.dateline.server.store.ReportStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What editors do, with a restart, a geoparser that finds less, and a second editor between. */
class DecisionsOutlastTest {

  private static final String TOKEN = "a token of the tests, long enough";
  private static final String REPORT = "/api/reports/mali-new-course";
  private static final String MENTIONS = REPORT + "/mentions";
  private static final String ITEMS = "/api/collections/locations/items";

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private String address = "";

  /** The real geoparser in a version that finds no place any more. */
  static class ForgetfulMethod {
    @Bean
    @Primary
    Geoparser forgetful(Geodata geodata) {
      Geoparser real = new OfflineGeoparser(geodata);
      return new Geoparser() {
        @Override
        public Geoparse parse(String text, GeoparseOptions options) {
          Geoparse all = real.parse(text, options);
          return new Geoparse(
              all.text(),
              all.language(),
              all.sentences(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              all.focus(),
              all.date());
        }

        @Override
        public String version() {
          return "forgetful";
        }
      };
    }
  }

  static class RealMethod {}

  /** The real geoparser in a version that reads every report anew. */
  static class NewerMethod {
    @Bean
    @Primary
    Geoparser newer(Geodata geodata) {
      Geoparser real = new OfflineGeoparser(geodata);
      return new Geoparser() {
        @Override
        public Geoparse parse(String text, GeoparseOptions options) {
          return real.parse(text, options);
        }

        @Override
        public String version() {
          return "newer";
        }
      };
    }
  }

  private ConfigurableApplicationContext start(Class<?> method) {
    ConfigurableApplicationContext server =
        new SpringApplicationBuilder(DatelineApplication.class, method)
            .run(
                "--server.port=0",
                "--dateline.home=" + home,
                "--dateline.bootstrap-token=" + TOKEN);
    address = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
    return server;
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String ifMatch, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + TOKEN);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String get(String path) {
    return send("GET", path, null, "").body();
  }

  private Map<String, Object> mention(String position) {
    return JsonPath.<List<Map<String, Object>>>read(get(MENTIONS), "$.mentions[*]").stream()
        .filter(mention -> position.equals(mention.get("start") + "-" + mention.get("end")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mention at " + position));
  }

  private static String position(Map<String, Object> mention) {
    return mention.get("start") + "-" + mention.get("end");
  }

  /** Mentions on which a decision of some sort makes sense, told by what they are, not by name. */
  private List<Map<String, Object>> mentions(String filter) {
    return JsonPath.read(get(MENTIONS), "$.mentions[?(" + filter + ")]");
  }

  private int run(String... words) {
    ByteArrayOutputStream ignored = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(ignored, true, StandardCharsets.UTF_8);
    return new Commands(new ByteArrayInputStream(new byte[0]), out, out).run(List.of(words));
  }

  @Test
  void decisionsAndLocationsOutlastARestartAndAnotherGeoparser() throws SQLException {
    String confirmed;
    String chosen;
    String rejected;
    String otherPlace;
    String confirmedFeature;
    String location;
    try (ConfigurableApplicationContext server = start(RealMethod.class)) {
      Map<String, Object> sure = mentions("@.gazetteer_id && @.kind=='literal'").get(0);
      confirmed = position(sure);
      confirmedFeature = String.valueOf(sure.get("feature_id"));
      Map<String, Object> doubtful =
          mentions(
                  "@.gazetteer_id && @.alternatives.length() > 0 && @.text != '"
                      + sure.get("text")
                      + "'")
              .get(0);
      chosen = position(doubtful);
      otherPlace = JsonPath.read(doubtful, "$.alternatives[0].id");
      Map<String, Object> wrong =
          mentions(
                  "@.feature_id && @.text != '"
                      + sure.get("text")
                      + "' && @.text != '"
                      + doubtful.get("text")
                      + "'")
              .get(0);
      rejected = position(wrong);

      String path = MENTIONS + "/" + confirmed;
      assertThat(send("PATCH", path, null, "{}").statusCode()).isEqualTo(428);
      HttpResponse<String> first =
          send("PATCH", path, "\"v0\"", "{\"status\": \"verified\", \"apply_to\": \"identical\"}");
      assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
      assertThat(first.headers().firstValue("ETag")).hasValue("\"v1\"");
      HttpResponse<String> second = send("PATCH", path, "\"v0\"", "{\"status\": \"rejected\"}");
      assertThat(second.statusCode()).as("a second editor with the same version").isEqualTo(412);
      for (Map<String, Object> same : mentions("@.text == '" + sure.get("text") + "'")) {
        assertThat(same)
            .containsEntry("status", "verified")
            .containsEntry("status_by", "bootstrap");
      }
      assertThat(
              send(
                      "PATCH",
                      MENTIONS + "/" + chosen,
                      "\"v0\"",
                      "{\"gazetteer_id\": \"" + otherPlace + "\"}")
                  .statusCode())
          .isEqualTo(200);
      assertThat(mention(chosen)).containsEntry("gazetteer_id", otherPlace);
      assertThat(
              send("PATCH", MENTIONS + "/" + rejected, "\"v0\"", "{\"status\": \"rejected\"}")
                  .statusCode())
          .isEqualTo(200);
      assertThat(mention(rejected))
          .containsEntry("feature_id", null)
          .containsEntry("status", "rejected");
      assertThat(JsonPath.<Integer>read(get(REPORT), "$.counts.verified")).isPositive();
      location =
          JsonPath.read(
              send(
                      "POST",
                      ITEMS,
                      null,
                      """
                      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]},
                       "properties": {"location": "Added", "source": "own reporting",
                         "location_resolution": "Exact", "report": "mali-new-course"}}""")
                  .body(),
              "$.id");
    }
    try (ConfigurableApplicationContext server = start(ForgetfulMethod.class)) {
      assertThat(mention(confirmed))
          .containsEntry("status", "verified")
          .containsEntry("feature_id", confirmedFeature);
      assertThat(mention(chosen))
          .containsEntry("status", "verified")
          .containsEntry("gazetteer_id", otherPlace);
      assertThat(JsonPath.<List<String>>read(get(REPORT + "/layers/locations"), "$.features[*].id"))
          .containsExactly(location);
      HttpResponse<String> edited =
          send(
              "PATCH",
              ITEMS + "/" + location,
              "\"v1\"",
              "{\"properties\": {\"location\": \"Edited\"}}");
      assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    }
    try (ConfigurableApplicationContext server = start(RealMethod.class)) {
      assertThat(mention(rejected))
          .containsEntry("status", "rejected")
          .containsEntry("feature_id", null);
      assertThat(mention(confirmed)).containsEntry("feature_id", confirmedFeature);
      assertThat(JsonPath.<String>read(get(ITEMS + "/" + location), "$.properties.location"))
          .isEqualTo("Edited");
      HttpResponse<String> undone = send("POST", MENTIONS + "/" + rejected + "/undo", "\"v1\"", "");
      assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
      assertThat(mention(rejected)).containsEntry("status", "unverified");
      assertThat(mention(rejected).get("feature_id")).isNotNull();
    }
    assertThat(run("verify-log", "--dateline.home=" + home)).isEqualTo(Commands.OK);
    try (var connection =
            DriverManager.getConnection("jdbc:h2:file:" + home.resolve("dateline"), "sa", "");
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("update decision set document = '{}'")).isPositive();
    }
    assertThat(run("verify-log", "--dateline.home=" + home)).isEqualTo(Commands.INPUT_FAILED);
  }

  private static String second(ConfigurableApplicationContext server, String text) {
    ReportSource source =
        new ReportSource(
            "second", text, "0".repeat(64), "Second", null, null, null, "en", TextRights.FULL);
    Reading reading =
        server.getBean(ReportReader.class).read(source, null, Decisions.NONE, Taught.NOTHING);
    server
        .getBean(ReportStore.class)
        .save(new Report(source, reading, Instant.parse("2026-01-01T00:00:00Z"), 0))
        .block();
    return reading.mentions().stream()
        .filter(mention -> !mention.others().isEmpty() && mention.gazetteerId() != null)
        .map(mention -> mention.text() + "\n" + mention.others().get(0).id())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no name of several places"));
  }

  @Test
  void aDecidedPlaceSuggestsItselfForTheNameInAnotherReport() {
    String name;
    String place;
    try (ConfigurableApplicationContext server = start(RealMethod.class)) {
      Map<String, Object> ambiguous =
          mentions("@.gazetteer_id && @.kind=='literal' && @.alternatives.length() > 0").get(0);
      String[] found =
          second(server, "Fighting broke out in " + ambiguous.get("text") + ", Mali, on Monday.")
              .split("\n");
      name = found[0];
      place = found[1];
      Map<String, Object> mention = mentions("@.text == '" + name + "'").get(0);
      HttpResponse<String> decided =
          send(
              "PATCH",
              MENTIONS + "/" + position(mention),
              "\"v0\"",
              "{\"gazetteer_id\": \"" + place + "\"}");
      assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    }
    try (ConfigurableApplicationContext server = start(NewerMethod.class)) {
      List<Map<String, Object>> others =
          JsonPath.read(
              get("/api/reports/second/mentions"),
              "$.mentions[?(@.text == '" + name + "')].alternatives[0]");
      assertThat(others).hasSize(1);
      assertThat(others.get(0)).containsEntry("id", place).containsEntry("suggested", true);
    }
  }
}
