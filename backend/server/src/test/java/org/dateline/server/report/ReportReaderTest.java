package org.dateline.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.server.feature.Feature;
import org.junit.jupiter.api.Test;

class ReportReaderTest {

  private static final Geodata GEODATA = EmbeddedGeodata.open(EmbeddedGeodata.userCache());
  private static final ReportReader READER =
      new ReportReader(new OfflineGeoparser(GEODATA), GEODATA, Clock.systemUTC());

  private static Feature gao(TextRights rights) {
    String text = "A secret. Fighting broke out in Gao on Monday. Another secret.";
    return READER
        .read(
            new ReportSource("test", text, "", "Test", null, null, null, "en", rights),
            null,
            Decisions.NONE,
            Taught.NOTHING)
        .features()
        .get(0);
  }

  @Test
  void aQuoteBringsTheWordsAroundItOnlyWhereTheWholeTextMayBeShown() {
    assertThat(gao(TextRights.FULL).quote().prefix()).isEqualTo("A secret. ");
    assertThat(gao(TextRights.FULL).quote().suffix()).isEqualTo(" Another secret.");
    assertThat(gao(TextRights.QUOTES_ONLY).quote().prefix()).isEmpty();
    assertThat(gao(TextRights.QUOTES_ONLY).quote().suffix()).isEmpty();
    assertThat(gao(TextRights.QUOTES_ONLY).quote().text())
        .isEqualTo("Fighting broke out in Gao on Monday.");
  }
}
