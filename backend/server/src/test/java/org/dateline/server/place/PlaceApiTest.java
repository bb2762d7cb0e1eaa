package org.dateline.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.dateline.server.RunningServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceApiTest extends RunningServer {

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
}
