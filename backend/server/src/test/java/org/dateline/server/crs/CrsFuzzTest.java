package org.dateline.server.crs;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Whatever system is named and whatever box in it, it is told to be wrong or lies in the world. */
@Timeout(60)
class CrsFuzzTest {

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  @CsvSource(
      delimiter = '|',
      value = {
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84 | -9.6,10.9,2.0,17.1",
        "http://www.opengis.net/def/crs/OGC/0/CRS84h | 170,-20,0,-170,20,100",
        "http://www.opengis.net/def/crs/EPSG/0/4326 | 10,170,17,-170",
        "EPSG:3857 | -2e7,-2e7,2e7,2e7",
        "[EPSG:32630] | 100000,0,900000,1e6",
        "urn:ogc:def:crs:EPSG::2154 | 0,6000000,1300000,7200000",
        "EPSG:3031 | -1e6,-1e6,1e6,1e6",
        "EPSG:4807 | 1,2,3,4",
        "EPSG:3877 | -2e7,-2e7,2e7,2e7",
      })
  @FuzzTest(maxDuration = "2m")
  void box(@NotNull String name, @NotNull String bbox) {
    try {
      assertThat(Crs.of("bbox-crs", name).box("bbox", bbox))
          .hasSizeLessThanOrEqualTo(2)
          .allSatisfy(area -> assertThat(WORLD.covers(area.getEnvelopeInternal())).isTrue());
    } catch (ProblemException e) {
      assertThat(e.type()).isEqualTo(ProblemType.INVALID_PARAMETER);
      assertThat(e.where()).startsWith("query parameter bbox");
    }
  }
}
