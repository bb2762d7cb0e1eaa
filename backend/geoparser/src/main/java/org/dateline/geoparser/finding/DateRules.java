package org.dateline.geoparser.finding;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/** Reads the first full date a text gives, or else the first month with its year. */
final class DateRules {

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("january", 1),
          Map.entry("february", 2),
          Map.entry("march", 3),
          Map.entry("april", 4),
          Map.entry("may", 5),
          Map.entry("june", 6),
          Map.entry("july", 7),
          Map.entry("august", 8),
          Map.entry("september", 9),
          Map.entry("october", 10),
          Map.entry("november", 11),
          Map.entry("december", 12),
          Map.entry("janvier", 1),
          Map.entry("février", 2),
          Map.entry("mars", 3),
          Map.entry("avril", 4),
          Map.entry("mai", 5),
          Map.entry("juin", 6),
          Map.entry("juillet", 7),
          Map.entry("août", 8),
          Map.entry("septembre", 9),
          Map.entry("octobre", 10),
          Map.entry("novembre", 11),
          Map.entry("décembre", 12));

  private static final String MONTH = "(" + String.join("|", MONTHS.keySet()) + ")";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2})(?:er|st|nd|rd|th)? " + MONTH + " ((?:19|20)\\d\\d)\\b", FLAGS);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?, ((?:19|20)\\d\\d)\\b", FLAGS);
  private static final Pattern MONTH_ONLY =
      Pattern.compile("\\b" + MONTH + " ((?:19|20)\\d\\d)\\b", FLAGS);

  private DateRules() {}

  static @Nullable ReportDate date(ReportText text) {
    Matcher day = DAY_FIRST.matcher(text.text());
    if (day.find()) {
      return date(day.group(3), day.group(2), day.group(1), day);
    }
    Matcher american = MONTH_FIRST.matcher(text.text());
    if (american.find()) {
      return date(american.group(3), american.group(1), american.group(2), american);
    }
    Matcher month = MONTH_ONLY.matcher(text.text());
    if (month.find()) {
      return date(month.group(2), month.group(1), null, month);
    }
    return null;
  }

  private static @Nullable ReportDate date(
      String year, String month, @Nullable String day, Matcher at) {
    Integer number = MONTHS.get(month.toLowerCase(Locale.ROOT));
    if (number == null) {
      return null;
    }
    Span evidence = new Span(at.start(), at.end());
    String edtf = String.format(Locale.ROOT, "%s-%02d", year, number);
    if (day == null) {
      return new ReportDate(edtf, 4, evidence);
    }
    int of = Integer.parseInt(day);
    return of < 1 || of > 31
        ? null
        : new ReportDate(edtf + String.format(Locale.ROOT, "-%02d", of), 1, evidence);
  }
}
