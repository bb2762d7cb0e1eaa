package org.dateline.server.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.53, -7.95              | -7.95     | 12.53
          12.53 -7.95               | -7.95     | 12.53
          12.53;-7.95               | -7.95     | 12.53
          -7.95, 112.5              | 112.5     | -7.95
          112.5, -7.95              | 112.5     | -7.95
          12°32'N 7°57'W            | -7.95     | 12.53333
          12° 32' 10" N, 7° 57' 5" W | -7.95139 | 12.53611
          N12°32' W7°57'            | -7.95     | 12.53333
          7°57'W 12°32'N            | -7.95     | 12.53333
          12.53N 7.95W              | -7.95     | 12.53
          12.53° N, 7.95° W         | -7.95     | 12.53
          S 1.5, E 36.8             | 36.8      | -1.5
          12°32′10″N 7°57′5″O       | -7.95139  | 12.53611
          """)
  void understandsWhatPeopleWrite(String text, double lon, double lat) {
    assertThat(Coordinates.parse(text)).isNotEmpty();
    assertThat(Coordinates.parse(text).get(0).lon()).isCloseTo(lon, within(1e-5));
    assertThat(Coordinates.parse(text).get(0).lat()).isCloseTo(lat, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bamako", "12.53", "", "100, 200", "N12 N7", "12°70'N 7°W", "1, 2, 3", "Paris 15"})
  void leavesTheRestToTheGazetteer(String text) {
    assertThat(Coordinates.parse(text)).isEmpty();
  }
}
