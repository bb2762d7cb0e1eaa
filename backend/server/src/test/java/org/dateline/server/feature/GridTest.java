package org.dateline.server.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class GridTest {

  @ParameterizedTest
  @CsvSource({
    "-7.94651, 12.59331",
    "0, 0",
    "-0.00001, -0.00001",
    "180, 0",
    "-180, 0",
    "179.999, 12",
    "10, 89.99",
    "10, -90",
    "10, 90"
  })
  void aCellHoldsItsPointAndHasTwoDecimals(double lon, double lat) {
    Grid.Cell cell = Grid.cellAt(lon, lat);
    Envelope box = cell.envelope();
    assertThat(box.contains(lon, lat)).isTrue();
    assertThat(box.contains(cell.labelLon(), cell.labelLat())).isTrue();
    for (double edge :
        new double[] {
          box.getMinX(),
          box.getMaxX(),
          box.getMinY(),
          box.getMaxY(),
          cell.labelLon(),
          cell.labelLat()
        }) {
      assertThat(Math.rint(edge * 100) / 100).isEqualTo(edge);
    }
  }

  @Test
  void everyPointOfACellHasTheSameCell() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      double lon = random.nextDouble() * 360 - 180;
      double lat = random.nextDouble() * 170 - 85;
      Grid.Cell cell = Grid.cellAt(lon, lat);
      Envelope box = cell.envelope();
      double otherLon = box.getMinX() + random.nextDouble() * box.getWidth() * 0.999;
      double otherLat = box.getMinY() + random.nextDouble() * box.getHeight() * 0.999;
      assertThat(Grid.cellAt(otherLon, otherLat)).isEqualTo(cell);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "12.5", "35", "50", "65"})
  void aCellIsAboutFiveKilometresAcross(double lat) {
    Envelope box = Grid.cellAt(20, lat).envelope();
    Coordinate corner = new Coordinate(box.getMinX(), box.getMinY());
    assertThat(GreatCircle.metres(corner, new Coordinate(box.getMaxX(), box.getMinY())))
        .isBetween(5_000.0, 8_000.0);
    assertThat(GreatCircle.metres(corner, new Coordinate(box.getMinX(), box.getMaxY())))
        .isBetween(5_000.0, 8_000.0);
  }
}
