package org.dateline.server.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class Rfc7946Test {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POINT (1.23456789 2)                       | POINT (1.23457 2)
          POINT (190 2)                              | POINT (-170 2)
          POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))        | POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
          LINESTRING (170 0, 190 0)                  | MULTILINESTRING ((170 0, 180 0), (-180 0, -170 0))
          LINESTRING (-170 0, -190 0)                | MULTILINESTRING ((180 0, 170 0), (-170 0, -180 0))
          POLYGON ((179 0, 181 0, 181 1, 179 1, 179 0)) | MULTIPOLYGON (((179 0, 180 0, 180 1, 179 1, 179 0)), ((-180 0, -179 0, -179 1, -180 1, -180 0)))
          """)
  void roundsSplitsAndWinds(String given, String expected) throws ParseException {
    Geometry published = Rfc7946.publishable(read(given));
    assertThat(published.norm()).isEqualTo(read(expected).norm());
    assertThat(published.getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(180);
    assertThat(published.getEnvelopeInternal().getMinX()).isGreaterThanOrEqualTo(-180);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))
          MULTIPOLYGON (((0 0, 0 1, 1 1, 1 0, 0 0)), ((3 0, 3 1, 4 1, 4 0, 3 0)))
          POLYGON ((179 0, 179 1, 181 1, 181 0, 179 0))
          """)
  void outerRingsRunCounterclockwiseAndHolesClockwise(String given) throws ParseException {
    Geometry published = Rfc7946.publishable(read(given));
    for (int i = 0; i < published.getNumGeometries(); i++) {
      var polygon = (org.locationtech.jts.geom.Polygon) published.getGeometryN(i);
      assertThat(isCounterclockwise(polygon.getExteriorRing().getCoordinates())).isTrue();
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        assertThat(isCounterclockwise(polygon.getInteriorRingN(hole).getCoordinates())).isFalse();
      }
    }
  }

  private static boolean isCounterclockwise(Coordinate[] ring) {
    double twiceArea = 0;
    for (int i = 1; i < ring.length; i++) {
      twiceArea += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
    }
    return twiceArea > 0;
  }

  private static Geometry read(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }
}
