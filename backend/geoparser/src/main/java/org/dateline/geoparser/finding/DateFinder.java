package org.dateline.geoparser.finding;

import java.util.Locale;
import java.util.Map;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/** Reads the first full date that a text gives, or else its first month with a year. */
final class DateFinder {

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12),
          Map.entry("fév", 2),
          Map.entry("avr", 4),
          Map.entry("mai", 5),
          Map.entry("jui", 6),
          Map.entry("aoû", 8),
          Map.entry("déc", 12));

  private final Document document;

  DateFinder(Document document) {
    this.document = document;
  }

  @Nullable ReportDate date() {
    ReportDate month = null;
    for (int i = 0; i < document.size(); i++) {
      if (!document.is(i, WordClass.MONTH)) {
        continue;
      }
      ReportDate date = at(i);
      if (date != null && date.precision() == 1) {
        return date;
      }
      month = month == null ? date : month;
    }
    return month;
  }

  private @Nullable ReportDate at(int i) {
    int number = monthOf(document.token(i).lower());
    if (number == 0) {
      return null;
    }
    int dayBefore = day(i - 1);
    int year = year(i + 1);
    if (year > 0 && dayBefore > 0) {
      return date(year, number, dayBefore, i - 1, i + 2);
    }
    if (year > 0) {
      return new ReportDate(
          String.format(Locale.ROOT, "%04d-%02d", year, number), 4, document.span(i, i + 2));
    }
    int dayAfter = day(i + 1);
    int at = document.is(i + 2, ',') ? i + 3 : i + 2;
    year = year(at);
    return dayAfter > 0 && year > 0 ? date(year, number, dayAfter, i, at + 1) : null;
  }

  private ReportDate date(int year, int month, int day, int first, int end) {
    return new ReportDate(
        String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day),
        1,
        document.span(first, end));
  }

  private static int monthOf(String word) {
    if (word.startsWith("juil")) {
      return 7;
    }
    return word.length() < 3 ? 0 : MONTHS.getOrDefault(word.substring(0, 3), 0);
  }

  private int day(int i) {
    if (i < 0 || i >= document.size() || document.token(i).shape() != Shape.NUMBER) {
      return 0;
    }
    Token token = document.token(i);
    String digits = token.lower().replaceAll("(st|nd|rd|th|er)$", "");
    boolean number = digits.matches("\\d{1,2}");
    int day = number ? Integer.parseInt(digits) : 0;
    return day >= 1 && day <= 31 ? day : 0;
  }

  private int year(int i) {
    boolean year = i < document.size() && document.token(i).text().matches("(19|20)\\d\\d");
    return year ? Integer.parseInt(document.token(i).text()) : 0;
  }
}
