package org.dateline.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dateline.server.location.Entered;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;

/** Whatever a file is, it is refused as a whole, or each of its rows is in the world or told. */
@Timeout(60)
class IntakeFuzzTest {

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  private static final Map<String, String> DEFAULTS =
      Map.of("location", "Site", "source", "own reporting", "location_resolution", "Exact");

  private static final String KML =
      """
      <?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>
      <name>A &amp; B</name><TimeStamp><when>2022-04-16T10:00:00Z</when></TimeStamp>
      <ExtendedData><Data name="source"><value>x</value></Data></ExtendedData>
      <MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0
      </coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
      <Placemark><Point><coordinates>-3,16,5</coordinates></Point></Placemark></Document></kml>
      """;

  static Stream<byte[]> files() throws IOException {
    ByteArrayOutputStream kmz = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(kmz)) {
      zip.putNextEntry(new ZipEntry("doc.kml"));
      zip.write(KML.getBytes(StandardCharsets.UTF_8));
    }
    return Stream.concat(
        Stream.of(
                "name,lon,lat,date,killed\nGao,-0.04,16.27,2022-04-16,3\n\"K\"\"i,dal\",1,2,,\n",
                "Ort;Koordinaten;Datum\r\nSégou;\"13,43, -6,26\";16.04.2022\r\n",
                "name\tgeom\nx\tPOLYGON((0 0, 1 0, 1 1, 0 0))\n#loc\t#geo\n",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
                    + "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1,5]]},\"properties\":"
                    + "{\"name\":\"x\",\"fatalities\":\"3\",\"names\":{\"fr\":\"y\"}}}]}",
                "<gpx><wpt lat='16' lon='-3'><trkpt lat='1' lon='2'/></wpt></gpx>",
                "<gpx><wpt lat='16' lon='-3'><name>a</name><time>2022-04-16T10:00:00Z</time></wpt>"
                    + "<trk><trkseg><trkpt lat='1' lon='2'/><trkpt lat='1' lon='3'/></trkseg></trk></gpx>",
                KML)
            .map(text -> text.getBytes(StandardCharsets.UTF_8)),
        Stream.of(kmz.toByteArray(), "\uFEFFlat,lon\n1,2".getBytes(StandardCharsets.UTF_16LE)));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "2m")
  void file(byte @NotNull [] file) {
    try {
      Intake intake = Intake.of(file, null, DEFAULTS, 50);
      assertThat(intake.good().size() + intake.rejected().size()).isLessThanOrEqualTo(50);
      assertThat(intake.good())
          .extracting(Entered::geometry)
          .allSatisfy(
              geometry -> assertThat(WORLD.covers(geometry.getEnvelopeInternal())).isTrue());
      assertThat(intake.rejected())
          .allSatisfy(
              row -> {
                assertThat(row.line()).isPositive();
                assertThat(row.reasons()).isNotEmpty();
              });
    } catch (ProblemException e) {
      assertThat(e.type()).isEqualTo(ProblemType.INVALID_FILE);
    }
  }
}
