package org.dateline.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dateline.server.location.Entered;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

  private static final Map<String, String> DEFAULTS =
      Map.of("source", "a file", "location_resolution", "Locality");

  private static Intake read(byte[] file, @Nullable String columns) {
    return Intake.of(file, columns, DEFAULTS, 1000);
  }

  private static Intake read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8), null);
  }

  private static Entered only(Intake intake) {
    assertThat(intake.rejected()).isEmpty();
    assertThat(intake.good()).hasSize(1);
    return intake.good().get(0);
  }

  private static String at(Entered entered) {
    return entered.geometry().getCoordinate().getX()
        + " "
        + entered.geometry().getCoordinate().getY();
  }

  @Test
  void aSpreadsheetInLatin1WithSemicolonsAndDecimalCommasIsUnderstood() {
    String csv =
        """
        Ort;Länge;Breite;Datum;Tote;Quelle
        "Ségou; Stadt";-6,2157;13,4317;01.05.2022;3;eigene Recherche
        Mopti;-4,1833;14,4843;2.5.2022;;eigene Recherche
        """;
    Intake intake = read(csv.getBytes(Charset.forName("windows-1252")), null);
    assertThat(intake.details()).containsExactly("windows-1252", "delimiter semicolon");
    assertThat(intake.rejected()).isEmpty();
    Entered first = intake.good().get(0);
    assertThat(at(first)).isEqualTo("-6.2157 13.4317");
    assertThat(first.values())
        .containsEntry("location", "Ségou; Stadt")
        .containsEntry("event_date", "2022-05-01")
        .containsEntry("fatalities", 3)
        .containsEntry("source", "eigene Recherche");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name,lat,lon | Gao,16.27,-0.04",
        "title,latitude,longitude | Gao,16.27,-0.04",
        "NAME,Y,X | Gao,16.27,-0.04",
        "name,coordinates | Gao,'\"16.27, -0.04\"'",
        "name,wkt | Gao,POINT(-0.04 16.27)",
        "nom,latitud,longitud | Gao,16.27,-0.04",
        "#loc+name,#geo+lat,#geo+lon | Gao,16.27,-0.04"
      })
  void theUsualNamesOfColumnsAreKnown(String header, String row) {
    assertThat(at(only(read(header + "\n" + row.replace("'", "") + "\n"))))
        .isEqualTo("-0.04 16.27");
  }

  @Test
  void columnsAreWhatTheUserSays() {
    Intake intake =
        read(
            "a,b,c,name\nGao,16.27,-0.04,ignored\n".getBytes(StandardCharsets.UTF_8),
            "a:location,b:lat,c:lon");
    assertThat(only(intake).text("location")).isEqualTo("Gao");
    assertThat(intake.columns()).containsEntry("name", null);
  }

  @Test
  void aRejectedRowHasItsLineAndReason() {
    Intake intake =
        read(
            """
            name,lat,lon,date
            "Two
            lines",1,2,2022-05-01
            Swapped,112.5,-7.95,
            ,1,2,
            NoNumber,north,2,
            BadDate,1,2,5/6/22
            Good,1,2,
            Long,1,2,,extra
            """);
    assertThat(intake.good()).hasSize(2);
    assertThat(intake.rejected())
        .extracting(Intake.Rejected::line)
        .containsExactly(4L, 5L, 6L, 7L, 9L);
    assertThat(intake.rejected().get(0).reasons().get(0).hint()).contains("[112.5, -7.95]");
    assertThat(intake.rejected().get(1).reasons().get(0).pointer())
        .isEqualTo("/properties/location");
    assertThat(intake.rejected().get(2).reasons().get(0).detail()).contains("north");
    assertThat(intake.rejected().get(3).reasons().get(0).pointer())
        .isEqualTo("/properties/event_date");
    assertThat(intake.rejected().get(4).reasons().get(0).detail()).contains("5 fields");
  }

  @Test
  void geoJsonOfOthersIsTakenWithoutWhatIsNotKnown() {
    Entered entered =
        only(
            read(
                """
                {"type":"FeatureCollection","features":[{"type":"Feature",
                  "geometry":{"type":"Point","coordinates":[1,2,300]},
                  "properties":{"title":"A","marker-color":"#f00","fatalities":2}}]}"""));
    assertThat(entered.values())
        .containsEntry("location", "A")
        .containsEntry("fatalities", 2)
        .doesNotContainKey("marker-color");
  }

  private static final String KML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
        <Style id="s"><LineStyle><width>2</width></LineStyle></Style>
        <Placemark><name>Camp</name><description><![CDATA[<b>x</b>]]></description>
          <TimeStamp><when>2022-05-01T10:00:00Z</when></TimeStamp>
          <ExtendedData><Data name="killed"><value>4</value></Data></ExtendedData>
          <Point><coordinates>-4.1,14.4,0</coordinates></Point></Placemark>
        <Folder><Placemark><name>Area</name><Polygon><outerBoundaryIs><LinearRing><coordinates>
          0,0 1,0 1,1 0,1 0,0
        </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>
        <Placemark><name>Nowhere</name></Placemark>
      </Document></kml>
      """;

  private static void assertIsTheKml(Intake intake) {
    assertThat(intake.good()).hasSize(2);
    assertThat(intake.good().get(0).values())
        .containsEntry("location", "Camp")
        .containsEntry("notes", "<b>x</b>")
        .containsEntry("event_date", "2022-05-01")
        .containsEntry("fatalities", 4);
    assertThat(intake.good().get(1).geometry().getArea()).isEqualTo(1);
    assertThat(intake.rejected()).extracting(Intake.Rejected::line).containsExactly(11L);
  }

  @Test
  void placemarksOfKmlAreLocations() {
    assertIsTheKml(read(KML));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("files/picture.png"));
      zip.write(new byte[100]);
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void kmzIsUnpacked() throws IOException {
    Intake intake = read(zip("doc.kml", KML.getBytes(StandardCharsets.UTF_8)), null);
    assertThat(intake.format()).isEqualTo("KMZ");
    assertIsTheKml(intake);
  }

  @Test
  void aZipBombIsNotUnpacked() throws IOException {
    byte[] bomb = zip("doc.kml", new byte[60 << 20]);
    assertThat(bomb.length).isLessThan(100_000);
    assertThatThrownBy(() -> read(bomb, null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("50 MB");
  }

  @Test
  void waypointsRoutesAndTracksOfGpxAreLocations() {
    Intake intake =
        read(
            """
            <?xml version="1.0"?>
            <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
              <metadata><name>Trip</name><time>2022-01-01T00:00:00Z</time></metadata>
              <wpt lat="16.27" lon="-0.04"><ele>250</ele><time>2022-05-01T10:00:00Z</time>
                <name>Gao</name><extensions><x><name>no</name></x></extensions></wpt>
              <trk><name>Road</name><trkseg>
                <trkpt lat="1" lon="2"><time>2022-05-02T10:00:00Z</time></trkpt>
                <trkpt lat="1" lon="3"/></trkseg></trk>
            </gpx>
            """);
    assertThat(intake.rejected()).isEmpty();
    assertThat(intake.good())
        .extracting(entered -> entered.text("location"))
        .containsExactly("Gao", "Road");
    assertThat(intake.good().get(0).text("event_date")).isEqualTo("2022-05-01");
    assertThat(intake.good().get(1).geometry().getGeometryType()).isEqualTo("LineString");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Document><Placemark>"
            + "<name>&x;</name><Point><coordinates>1,2</coordinates></Point></Placemark></Document></kml>",
        "<!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><kml><Document>"
            + "<Placemark><name>&b;</name><Point><coordinates>1,2</coordinates></Point></Placemark>"
            + "</Document></kml>"
      })
  void entitiesAreNotRead(String kml) {
    try {
      Intake intake = read(kml);
      assertThat(intake.good()).isEmpty();
    } catch (ProblemException e) {
      assertThat(e.detail()).doesNotContain("root:");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"FeatureCollection\",\"features\":[{ | line 1",
        "{\"type\":\"Topology\"} | /type",
        "<kml><Document><Placemark> | line 1",
        "<html></html> | line 1",
        "a,b,c | line 1",
        "<kml><Placemark><Point><coordinates>north</coordinates></Point></Placemark></kml> | line 1"
      })
  void aFileThatCannotBeReadIsToldWithItsPlace(String file, String where) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.where()).startsWith(where));
  }

  @Test
  void tooManyRowsAreRefused() {
    String csv = "name,lat,lon\n" + "a,1,2\n".repeat(1001);
    assertThatThrownBy(() -> read(csv)).hasMessageContaining("1000");
  }
}
