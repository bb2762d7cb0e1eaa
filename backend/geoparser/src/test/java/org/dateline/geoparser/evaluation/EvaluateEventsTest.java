package org.dateline.geoparser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dateline.geoparser.TestGeodata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How events of a UCDP GED file are counted. */
class EvaluateEventsTest {

  @TempDir private Path folder;

  @Test
  void countsWhatLiesWithinTenKilometresOfTheCodersPoint() throws IOException {
    Path file = folder.resolve("GEDEvent.csv");
    Files.writeString(
        file,
        """
        where_prec,where_coordinates,where_description,adm_2,adm_1,country,date_start,longitude,latitude
        1,Bamako town,,,Bamako District,Mali,2023-03-01,-8.00,12.65
        1,Gao town,"Gao town (outside)",,Gao region,Mali,2023-03-02,-0.04,16.27
        1,Ségou town,,,Ségou region,Mali,2023-03-03,10.00,50.00
        1,Xyzzqk village,,,,,2023-03-04,-4.00,14.00
        6,Mali,,,,Mali,2023-03-05,-4.00,17.50
        """);
    List<ConflictEvent> events = ConflictEvent.read(file);
    assertThat(events).hasSize(5);
    for (Phrasing phrasing : Phrasing.values()) {
      String table = EvaluateEvents.score(TestGeodata.GEOPARSER, events, phrasing, null);
      assertThat(table)
          .as(phrasing.toString())
          .contains("precision 1 to 3     4 events: within 10 km 0.500")
          .contains("of 4 places 0.500")
          .contains("precision 4 to 6     1 events");
    }
  }
}
