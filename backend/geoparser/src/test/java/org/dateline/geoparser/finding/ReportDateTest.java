package org.dateline.geoparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.TestGeodata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; They came on 16 January 2025.; 2025-01-16",
        "en; They came on January 16, 2025.; 2025-01-16",
        "fr; Ils sont venus le 16 janvier 2025.; 2025-01-16",
        "nl; Ze kwamen op 16 maart 2025.; 2025-03-16",
        "es; Llegaron el 16 de enero de 2025.; 2025-01-16",
        "de; Sie kamen am 16. März 2025.; 2025-03-16",
        "pt; Chegaram em 16 de outubro de 2025.; 2025-10-16",
        "es; Llegaron en agosto de 2025.; 2025-08",
      })
  void readsTheDateThatTheTextGives(String language, String text, String date) {
    GeoparseOptions options = new GeoparseOptions(language, null, null, List.of(), null);
    assertThat(TestGeodata.GEOPARSER.parse(text, options).date())
        .extracting(ReportDate::edtf)
        .isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "de; Der Minister war am Montag in Gao und in Mopti.",
        "nl; De minister was maandag in Gao en in Mopti, zijn wagen stond in brand."
      })
  void readsNoEnglishEventIntoAnotherLanguage(String language, String text) {
    GeoparseOptions options = new GeoparseOptions(language, null, null, List.of(), null);
    assertThat(TestGeodata.GEOPARSER.parse(text, options).places())
        .extracting(PlaceFinding::layer)
        .doesNotContain(Layer.FIGHTING, Layer.DISPLACEMENT, Layer.SUPPLY);
  }
}
