package org.dateline.geoparser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dateline.geoparser.TestGeodata;
import org.junit.jupiter.api.Test;

/** Scores the reports that the geoparser has never seen, prints the table, guards against loss. */
class FrozenReportsTest {

  private static final Path REPORTS = Path.of("src/test/resources/frozen");

  @Test
  void unseenReportsAreReadAboutAsWellAsBefore() throws IOException {
    List<GoldText> texts = Corpus.read(REPORTS, null);
    assertThat(texts).hasSizeGreaterThanOrEqualTo(10);
    Novelty novelty = Novelty.of(TestGeodata.GEODATA.gazetteer(), Path.of("src/training/corpus"));
    Tally tally = new Scorer(TestGeodata.GEOPARSER, true, true, novelty, line -> {}).score(texts);
    System.out.print(tally.table("frozen reports"));
    assertThat(tally.exactF1()).isGreaterThan(0.80);
    assertThat(tally.all161()).isGreaterThan(0.70);
    assertThat(tally.reliability.expectedCalibrationError()).isLessThan(0.06);
  }
}
