package org.dateline.geoparser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dateline.geoparser.TestGeodata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores reports in other languages than English and French; the floors guard against loss. */
class LanguageReportsTest {

  private static final Path REPORTS = Path.of("src/test/resources/languages");

  @ParameterizedTest
  @CsvSource({
    // language, set, floor of F1 (exact span), floor of all161
    "nl, seen, 0.95, 0.95",
    "nl, blind, 0.94, 0.95",
    "es, seen, 0.95, 0.93",
    "es, blind, 0.92, 0.89",
    "de, seen, 0.96, 0.85",
    "de, blind, 0.96, 0.93",
    "pt, seen, 0.91, 0.88",
    "pt, blind, 0.96, 0.93",
    "ar, seen, 0.89, 0.86",
    "ar, blind, 0.93, 0.88",
  })
  void readsReportsOfOtherLanguages(String language, String set, double f1, double all161)
      throws IOException {
    List<GoldText> texts =
        Corpus.read(REPORTS.resolve(set), null).stream()
            .filter(text -> text.name().startsWith(language + "-"))
            .toList();
    assertThat(texts).hasSize(2);
    Tally tally =
        new Scorer(
                TestGeodata.GEOPARSER,
                true,
                true,
                Novelty.of(TestGeodata.GEODATA.gazetteer()),
                line -> {})
            .score(texts);
    System.out.print(tally.table(set + " reports, " + language));
    assertThat(tally.exactF1()).isGreaterThan(f1);
    assertThat(tally.all161()).isGreaterThan(all161);
  }
}
