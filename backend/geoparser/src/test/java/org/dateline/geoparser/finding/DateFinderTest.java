package org.dateline.geoparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dateline.geoparser.text.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports of this test were written on Wednesday, 15 May 2024, where they have a date. */
class DateFinderTest {

  private static List<ReportDate> dates(String language, String text, @Nullable String written) {
    return new DateFinder(Document.of(text, language), written)
        .dates().stream().map(DateFinder.Dated::date).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; on 14 March 2023; 2023-03-14; 1",
        "en; on March 14, 2023; 2023-03-14; 1",
        "en; on the 3rd of May; XXXX-05-03; 1",
        "en; on the night of 4 to 5 July; XXXX-07-04/XXXX-07-05; 2",
        "en; between 30 April and 2 May 2023; 2023-04-30/2023-05-02; 2",
        "en; in the week of 6 June 2022; 2022-06-06/2022-06-12; 3",
        "en; in January 2022; 2022-01; 4",
        "en; in early March 2022; 2022-03-01~/2022-03-10~; 4",
        "en; in late February 2024; 2024-02-21~/2024-02-29~; 4",
        "en; since 7 February; XXXX-02-07/..; 5",
        "en; since 2021; 2021/..; 5",
        "en; around 2015, they came; 2015~; 5",
        "en; in the 1990s; 199X; 5",
        "en; from April 1992 to February 1996; 1992-04/1996-02; 5",
        "en; in the spring of 2018; 2018-21; 5",
        "fr; le 1er mai 2023; 2023-05-01; 1",
        "fr; dans la nuit du 17 au 18 septembre; XXXX-09-17/XXXX-09-18; 2",
        "fr; à la mi-août 2022; 2022-08-11~/2022-08-20~; 4",
        "fr; depuis avril; XXXX-04/..; 5",
        "fr; dans les années 1990; 199X; 5",
      })
  void readsWhatTheWordsAloneSay(String language, String text, String edtf, int precision) {
    assertThat(dates(language, text, null))
        .singleElement()
        .satisfies(
            date -> {
              assertThat(date.edtf()).isEqualTo(edtf);
              assertThat(date.precision()).isEqualTo(precision);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; yesterday; 2024-05-14; 1",
        "en; on Tuesday; 2024-05-14; 1",
        "en; on Wednesday; 2024-05-15; 1",
        "en; last Wednesday; 2024-05-08; 1",
        "en; three days ago; 2024-05-12; 1",
        "en; at the weekend; 2024-05-11/2024-05-12; 2",
        "en; last week; 2024-05-06/2024-05-12; 3",
        "en; last month; 2024-04; 4",
        "en; this year; 2024; 5",
        "en; on 4 March; 2024-03-04; 1",
        "en; on 20 December; 2023-12-20; 1",
        "en; since January; 2024-01/..; 5",
        "fr; hier; 2024-05-14; 1",
        "fr; lundi; 2024-05-13; 1",
        "fr; il y a trois jours; 2024-05-12; 1",
        "fr; la semaine dernière; 2024-05-06/2024-05-12; 3",
        "fr; dans la nuit de lundi à mardi; 2024-05-13/2024-05-14; 2",
        "fr; début mars; 2024-03-01~/2024-03-10~; 4",
      })
  void readsTheRestFromTheDayOfTheReport(String language, String text, String edtf, int precision) {
    assertThat(dates(language, text, "2024-05-15"))
        .singleElement()
        .satisfies(
            date -> {
              assertThat(date.edtf()).isEqualTo(edtf);
              assertThat(date.precision()).isEqualTo(precision);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They may march in the town.",
        "Some 2000 homes burned and 1999 people fled.",
        "on 45 March 2023x and 31 of them",
        "last Tuesday, yesterday and two weeks ago",
        "May said so.",
      })
  void readsNoneWhereThereIsNone(String text) {
    assertThat(dates("en", text, null)).isEmpty();
  }

  @Test
  void daysThatNoCalendarHasBreakNothing() {
    assertThat(dates("en", "between 30 and 31 February 2023, 31 June, 2024-13-45", "2024-05-15"))
        .hasSizeLessThanOrEqualTo(2);
  }
}
