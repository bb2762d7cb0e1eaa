package org.dateline.geodata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dateline.geodata.boundary.Boundaries;
import org.dateline.geodata.boundary.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class BoundariesTest {

  private final Boundaries boundaries = OpenGeodata.GEODATA.boundaries();

  @ParameterizedTest
  @CsvSource({
    // lon, lat, country, first-level unit
    "-8.0, 12.65, ML, Bamako",
    "-4.1, 14.53, ML, Mopti",
    "-6.26, 13.44, ML, Ségou",
    "2.35, 48.86, FR, Île-de-France",
    "-2.5, 53.5, GB, England",
    "-1.5, 14.1, BF, Sahel Region",
    "178.0, 66.5, RU, Chukotka Okrug",
    "-175.0, 66.5, RU, Chukotka Okrug",
    "27.5, -11.66, CD, Katanga",
    "-77.04, 40.0, US, Pennsylvania",
    "29.23, -1.64, CD, North Kivu",
    "36.27, 50.0, UA, Kharkiv",
    "25.35, 13.63, SD, North Darfur",
  })
  void knowsWhatContainsAPoint(double lon, double lat, String country, String unit) {
    assertThat(boundaries.countryAt(lon, lat)).map(Unit::country).contains(country);
    assertThat(boundaries.firstLevelAt(lon, lat)).map(Unit::name).contains(unit);
  }

  @ParameterizedTest
  @CsvSource({"-30, 0", "0, 80", "-150, -40"})
  void nothingContainsAPointAtSea(double lon, double lat) {
    assertThat(boundaries.countryAt(lon, lat)).isEmpty();
    assertThat(boundaries.firstLevelAt(lon, lat)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ML, 'BF,CI,DZ,GN,MR,NE,SN'",
    "UA, 'BY,HU,MD,PL,RO,RU,SK'",
    "SD, 'CF,EG,ER,ET,LY,SS,TD'",
    "HT, DO",
    "AU, ''",
  })
  void countriesThatShareABorderAreNeighbours(String country, String neighbours) {
    assertThat(String.join(",", boundaries.neighboursOf(country))).isEqualTo(neighbours);
  }

  @ParameterizedTest
  @CsvSource({
    "ML, BF, NE, 0.22, 14.91",
    "NE, ML, BF, 0.22, 14.91",
    "NG, NE, TD, 13.63, 13.7",
    "CD, RW, UG, 29.6, -1.39",
    "SY, IQ, TR, 42.35, 37.1",
  })
  void computesWhereThreeCountriesMeet(
      String first, String second, String third, double lon, double lat) {
    Coordinate point = boundaries.tripoint(first, second, third).orElseThrow();

    assertThat(point.x).isCloseTo(lon, within(0.1));
    assertThat(point.y).isCloseTo(lat, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"ML, NE, FR", "ML, BF, ML", "ML, XX, NE"})
  void countriesThatDoNotMeetHaveNoTripoint(String first, String second, String third) {
    assertThat(boundaries.tripoint(first, second, third)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2453347, Mopti, 2023",
    "2451477, Ségou, 2023",
    "2457161, Gao, 2016",
    "2449066, Tombouctou, 2016",
    "205703, Katanga, 2015",
  })
  void anOutlineSaysUntilWhenItWasRight(String placeId, String name, String validTo) {
    Unit unit = boundaries.outlineOf(placeId).orElseThrow();

    assertThat(unit.name()).isEqualTo(name);
    assertThat(unit.source()).isEqualTo("Natural Earth");
    assertThat(unit.validTo()).isEqualTo(validTo);
    assertThat(unit.outline().isValid()).isTrue();
    assertThat(unit.outline().getSRID()).isEqualTo(4326);
  }

  @Test
  void aCountryHasAnOutlineWithoutAnEnd() {
    Unit mali = boundaries.outlineOf("2453866").orElseThrow();

    assertThat(mali.country()).isEqualTo("ML");
    assertThat(mali.admin1()).isEmpty();
    assertThat(mali.validTo()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2453866", "2453347", "953987", "2017370", "2205218"})
  void ringsFollowTheRightHandRuleAndKeepWithinTheWorld(String placeId) {
    Geometry outline = boundaries.outlineOf(placeId).orElseThrow().outline();

    for (int i = 0; i < outline.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) outline.getGeometryN(i);
      assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).isTrue();
      for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
        assertThat(Orientation.isCCW(polygon.getInteriorRingN(j).getCoordinates())).isFalse();
      }
      assertThat(polygon.getEnvelopeInternal().getWidth()).isLessThan(180);
    }
  }

  @Test
  void aVillageHasNoOutline() {
    assertThat(boundaries.outlineOf("2451285")).isEmpty();
  }
}
