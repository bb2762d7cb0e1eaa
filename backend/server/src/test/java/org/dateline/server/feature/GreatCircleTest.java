package org.dateline.server.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

class GreatCircleTest {

  // Expected distances by Karney's algorithm (GeographicLib), kilometres.
  @ParameterizedTest
  @CsvSource({"0, 0, 0, 1, 110.574", "0, 0, 1, 0, 111.320", "2.35, 48.86, -74.01, 40.71, 5852"})
  void measuresOnTheEllipsoid(double lon, double lat, double toLon, double toLat, double km) {
    double metres = GreatCircle.metres(new Coordinate(lon, lat), new Coordinate(toLon, toLat));
    assertThat(metres / 1000).isCloseTo(km, within(km / 500));
  }

  @ParameterizedTest
  @CsvSource({"37.6, 55.75, -7.95, 12.53", "170, 60, -170, 60", "1, 2, 1, 2", "0, 0, 0.001, 0"})
  void theLineHasItsEndsAndAVertexEveryHundredKilometres(
      double lon, double lat, double toLon, double toLat) {
    Coordinate from = new Coordinate(lon, lat);
    Coordinate to = new Coordinate(toLon, toLat);
    LineString line = GreatCircle.line(from, to);
    Coordinate[] vertices = line.getCoordinates();
    assertThat(vertices[0]).isEqualTo(from);
    assertThat((vertices[vertices.length - 1].x - toLon) % 360).isEqualTo(0);
    assertThat(vertices[vertices.length - 1].y).isEqualTo(toLat);
    for (int i = 1; i < vertices.length; i++) {
      assertThat(GreatCircle.metres(wrapped(vertices[i - 1]), wrapped(vertices[i])))
          .isLessThanOrEqualTo(100_100);
      assertThat(Math.abs(vertices[i].x - vertices[i - 1].x)).isLessThan(180);
    }
  }

  @Test
  void runsOnBeyondTheAntimeridianSoThatItCanBeSplit() {
    LineString line = GreatCircle.line(new Coordinate(170, 10), new Coordinate(-170, 10));
    assertThat(line.getEnvelopeInternal().getMaxX()).isEqualTo(190);
    assertThat(Rfc7946.publishable(line).getNumGeometries()).isEqualTo(2);
  }

  private static Coordinate wrapped(Coordinate vertex) {
    return new Coordinate(vertex.x > 180 ? vertex.x - 360 : vertex.x, vertex.y);
  }
}
