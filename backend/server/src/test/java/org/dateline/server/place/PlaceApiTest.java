package org.dateline.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dateline.geodata.tier.GazetteerTiers;
import org.dateline.geodata.tier.ImportOptions;
import org.dateline.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

class PlaceApiTest extends RunningServer {

  @TempDir Path folder;

  @Autowired private GazetteerTiers tiers;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bamako          | Bamako
          bamak           | Bamako
          Tombouctou      | Timbuktu
          Ouagadogou      | Ouagadougou
          segou           | Ségou
          Bobo Dioulaso   | Bobo-Dioulasso
          """)
  void findsWhatAPersonTypes(String typed, String expected) {
    String json = get("/api/places?q=" + typed);
    assertThat(JsonPath.<List<String>>read(json, "$.features[*].properties.geocoding.name"))
        .anyMatch(name -> name.contains(expected) || name.contains(typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.53, -7.95             | -7.95  | 12.53
          12°30'N 7°30'W           | -7.5   | 12.5
          """)
  void understandsCoordinates(String typed, double lon, double lat) {
    String json = get("/api/places?q=" + typed);
    List<Number> point = JsonPath.read(json, "$.features[0].geometry.coordinates");
    assertThat(point.get(0).doubleValue()).isEqualTo(lon);
    assertThat(point.get(1).doubleValue()).isEqualTo(lat);
    assertThat(JsonPath.<String>read(json, "$.features[0].properties.country")).isEqualTo("Mali");
  }

  @ParameterizedTest
  @CsvSource({"-8.0, 12.65, Bamako", "2.3, 48.85, Paris"})
  void tellsWhatLiesNearAPoint(double lon, double lat, String expected) {
    String json = get("/api/places/reverse?limit=50&lon=" + lon + "&lat=" + lat);
    assertThat(JsonPath.<List<String>>read(json, "$.features[*].properties.label"))
        .anyMatch(label -> label.contains(expected));
  }

  @Test
  void ownPlacesComeFirstWhileServedAndAreGoneWhenRemoved() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("bureaus.csv"),
            "id,name,lat,lon,country\nbureau,Bamako,12.7,-8.1,ML\n,Zyxdougou,14.2,-4.1,ML\n");
    tiers.add(file, ImportOptions.ALL);
    try {
      String search = get("/api/places?q=Bamako");
      assertThat(JsonPath.<String>read(search, "$.features[0].id")).isEqualTo("own:bureau");
      assertThat(JsonPath.<List<String>>read(search, "$.features[*].properties.gazetteer_tier"))
          .startsWith("own")
          .contains("world");
      String parsed =
          String.valueOf(
              http.post()
                  .uri("/api/geoparse")
                  .header(HttpHeaders.CONTENT_TYPE, "text/plain")
                  .bodyValue("Fighters attacked the villages near Bamako and Zyxdougou in Mali.")
                  .exchange()
                  .expectStatus()
                  .isOk()
                  .expectBody(String.class)
                  .returnResult()
                  .getResponseBody());
      assertThat(
              JsonPath.<List<String>>read(
                  parsed, "$.features[?(@.properties.gazetteer_tier=='own')].properties.name"))
          .containsExactlyInAnyOrder("Bamako", "Zyxdougou");
    } finally {
      tiers.remove("bureaus");
    }
    assertThat(get("/api/places?q=Bamako")).doesNotContain("own:bureau");
  }
}
