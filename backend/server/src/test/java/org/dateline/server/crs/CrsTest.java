package org.dateline.server.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.dateline.server.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CrsTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static Crs epsg(int code) {
    return Crs.of("crs", "http://www.opengis.net/def/crs/EPSG/0/" + code);
  }

  /** The expected values are those of PROJ 9; the axes are in the order of the EPSG registry. */
  @ParameterizedTest
  @CsvSource({
    "4326, 8.5, 47.4, 47.4, 8.5, 0",
    "3857, 8.5, 47.4, 946215.672, 6007610.414, 0.01",
    "32630, -3.05, 16.27, 494657.664, 1798802.300, 0.01",
    "2154, 8.5, 47.4, 1114495.613, 6714403.127, 0.01",
    "31467, 8.5, 47.4, 5251398.694, 3462332.158, 5",
    "3035, 8.5, 47.4, 2699635.817, 4207697.706, 0.01",
    "2193, 174.7762, -41.2865, 5427916.479, 1748735.553, 0.01",
    "27700, -0.1276, 51.5072, 530043.195, 180358.208, 5"
  })
  void positionsAreThoseOfTheRegistry(
      int code, double lon, double lat, double first, double second, double tolerance) {
    Geometry there =
        Objects.requireNonNull(epsg(code).of(FACTORY.createPoint(new Coordinate(lon, lat))));
    assertThat(there.getCoordinate().x).isCloseTo(first, within(tolerance));
    assertThat(there.getCoordinate().y).isCloseTo(second, within(tolerance));
    Geometry back = Objects.requireNonNull(epsg(code).lonLatOf(there));
    assertThat(back.getCoordinate().distance(new Coordinate(lon, lat))).isLessThan(1e-5);
  }

  @Test
  void aBoxOfAnotherSystemIsAnArea() {
    List<Geometry> area = epsg(3857).box("bbox", "0,0,1113194.9079,1118889.9748");
    Envelope envelope = area.get(0).getEnvelopeInternal();
    assertThat(envelope.getMaxX()).isCloseTo(10, within(1e-6));
    assertThat(envelope.getMaxY()).isCloseTo(10, within(1e-6));
  }

  @Test
  void aBoxOfDegreesWithLatitudeFirstMayCrossTheAntimeridian() {
    List<Geometry> areas = epsg(4326).box("bbox", "-20,170,-10,-170");
    assertThat(areas).hasSize(2);
    assertThat(areas.get(0).getEnvelopeInternal()).isEqualTo(new Envelope(170, 180, -20, -10));
  }

  @Test
  void aPoleHasAPlaceInAWebMap() {
    Geometry pole = epsg(3857).of(FACTORY.createPoint(new Coordinate(0, -90)));
    assertThat(Objects.requireNonNull(pole).getCoordinate().y).isFinite();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "http://www.opengis.net/def/crs/OGC/0/CRS84",
        "OGC:CRS84",
        "urn:ogc:def:crs:OGC:1.3:CRS84"
      })
  void theUsualSystemHasSeveralNames(String name) {
    assertThat(Crs.of("crs", name)).isEqualTo(Crs.CRS84);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4326",
        "EPSG:1",
        "EPSG:999999",
        "EPSG:99999999999",
        "http://www.opengis.net/def/crs/EPSG/0/4978",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS27",
        "http://evil.example/def/crs/EPSG/0/4326",
        "+proj=longlat"
      })
  void aNameOfNoSystemIsTold(String name) {
    assertThatThrownBy(() -> Crs.of("crs", name))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(name);
  }
}
