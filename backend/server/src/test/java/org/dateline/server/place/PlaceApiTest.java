package org.dateline.server.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    String json = find(typed);
    List<Number> point = JsonPath.read(json, "$.features[0].geometry.coordinates");
    assertThat(point.get(0).doubleValue()).isEqualTo(lon);
    assertThat(point.get(1).doubleValue()).isEqualTo(lat);
    assertThat(JsonPath.<String>read(json, "$.features[0].properties.country")).isEqualTo("Mali");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          29PPP0828597442                               | mgrs            | Exact    | 1
          29P 608286 1397443                            | utm             | Exact    | 1
          12,53 -7,95                                   | decimal_degrees | Locality | 778
          https://www.openstreetmap.org/#map=15/12.6123/-8.0123 | map_link | Locality | 597
          geo:12.6123,-8.0123;u=1500                    | geo_uri         | District | 1500
          JXQW+MR Bamako                                | plus_code       | Exact    | 10
          JXQW+MR, Bamako, Mali                         | plus_code       | Exact    | 10
          """)
  void saysHowPreciselyAPositionIsWritten(
      String typed, String notation, String resolution, int metres) {
    Map<String, Object> properties = JsonPath.read(find(typed), "$.features[0].properties");
    assertThat(properties)
        .containsEntry("type", "coordinates")
        .containsEntry("country", "Mali")
        .containsEntry("notation", notation)
        .containsEntry("location_resolution", resolution)
        .containsEntry("uncertainty_m", metres)
        .containsEntry("did_you_mean", false);
  }

  @Test
  void readsAShortPlusCodeByThePlaceBesideIt() {
    String bamako = find("JXQW+MR Bamako");
    assertThat(JsonPath.<Double>read(bamako, "$.features[0].geometry.coordinates[1]"))
        .isCloseTo(12.64, within(0.01));
    assertThat(JsonPath.<String>read(bamako, "$.features[0].properties.near")).startsWith("Bamako");
    String nowhere = find("JXQW+MR Zyxwvuttt");
    assertThat(JsonPath.<List<Object>>read(nowhere, "$.features")).isEmpty();
    assertThat(JsonPath.<String>read(nowhere, "$.note")).contains("Zyxwvuttt").contains("JXQW+MR");
  }

  @Test
  void asksWhatWasMeantByPositionsThatCannotBe() {
    String json = find("112.5, -7.95");
    assertThat(JsonPath.<String>read(json, "$.note"))
        .isEqualTo("112.5, -7.95: latitude must be between -90 and 90.");
    assertThat(JsonPath.<List<Number>>read(json, "$.features[*].geometry.coordinates[*]"))
        .extracting(Number::doubleValue)
        .containsExactly(112.5, -7.95);
    assertThat(JsonPath.<Boolean>read(json, "$.features[0].properties.did_you_mean")).isTrue();
  }

  @Test
  void prefersTheOrderThatLiesWhereTheReportIs() {
    String json = find("-7.95, 12.53", "-12,10,4,25");
    assertThat(JsonPath.<Double>read(json, "$.features[0].geometry.coordinates[1]"))
        .isEqualTo(12.53);
    assertThat(JsonPath.<Boolean>read(json, "$.features[0].properties.did_you_mean")).isTrue();
  }

  @Test
  void saysThatAShortLinkCannotBeFollowed() {
    String json = find("https://maps.app.goo.gl/AbCdEfG");
    assertThat(JsonPath.<List<Object>>read(json, "$.features")).isEmpty();
    assertThat(JsonPath.<String>read(json, "$.note")).contains("short link");
  }

  @Test
  void looksForTheNameThatALinkHolds() {
    String json = find("https://www.google.com/maps/place/Bamako/");
    assertThat(JsonPath.<String>read(json, "$.features[0].properties.name")).isEqualTo("Bamako");
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

  private String find(String typed) {
    return find(typed, "");
  }

  /** Asks with the words encoded as a browser encodes them. */
  private String find(String typed, String bias) {
    String box = bias.isEmpty() ? "" : "&bias=" + bias;
    return String.valueOf(
        http.get()
            .uri(address("/api/places?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + box))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }
}
