package org.dateline.geoparser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts how much of what a careful reader expects on the map of whole reports is there; only
 * totals are printed. The tables of the frozen reports list what matters most and not all, so that
 * they have no precision.
 */
class WholeReportsTest {

  @Test
  void whatAReaderExpectsOfTheFrozenReportsIsThereAboutAsOftenAsBefore() throws IOException {
    ReportFindings frozen =
        new ReportFindings(line -> {})
            .addAll(Path.of("src/test/resources/frozen"), ".findings.tsv");
    System.out.print(frozen.table("frozen"));
    assertThat(frozen.reports()).isGreaterThanOrEqualTo(30);
    assertThat(frozen.recall()).isGreaterThan(0.25);
  }

  @ParameterizedTest
  @CsvSource({"seen, 0.60, 0.84", "blind, 0.42, 0.76"})
  void whatIsShownOfWholeReportsIsAboutAsFullAndAsRightAsBefore(
      String set, double recall, double precision) throws IOException {
    ReportFindings reports =
        new ReportFindings(line -> {})
            .addAll(Path.of("src/test/resources/findings/reports", set), ".tsv");
    System.out.print(reports.table(set + " reports"));
    assertThat(reports.recall()).isGreaterThanOrEqualTo(recall);
    assertThat(reports.precision()).isGreaterThanOrEqualTo(precision);
  }
}
