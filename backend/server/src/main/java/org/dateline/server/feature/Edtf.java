package org.dateline.server.feature;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date or interval in Extended Date/Time Format (ISO 8601-2), level 1 as far as reports need it:
 * a year, month or day, perhaps uncertain ({@code ?}), approximate ({@code ~}) or both ({@code %}),
 * or an interval of two.
 *
 * @param first the first day it can be
 * @param last the last day it can be
 * @param words the date in English words
 */
public record Edtf(LocalDate first, LocalDate last, String words) {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?([?~%]?)");

  /** Parses a date, empty when it is none that is known here. */
  public static Optional<Edtf> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String[] ends = text.split("/", -1);
    if (ends.length == 2) {
      return date(ends[0])
          .flatMap(
              from ->
                  date(ends[1])
                      .filter(to -> !to.last.isBefore(from.first))
                      .map(to -> new Edtf(from.first, to.last, from.words + " to " + to.words)));
    }
    return ends.length == 1 ? date(text) : Optional.empty();
  }

  private static Optional<Edtf> date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(matcher.group(1));
      String qualifier = qualifier(matcher.group(4));
      if (matcher.group(2) == null) {
        return Optional.of(
            new Edtf(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), qualifier + year));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(2)));
      String monthWords =
          month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year;
      if (matcher.group(3) == null) {
        return Optional.of(new Edtf(month.atDay(1), month.atEndOfMonth(), qualifier + monthWords));
      }
      LocalDate day = month.atDay(Integer.parseInt(matcher.group(3)));
      return Optional.of(new Edtf(day, day, qualifier + day.getDayOfMonth() + " " + monthWords));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String qualifier(String mark) {
    return switch (mark) {
      case "?" -> "possibly ";
      case "~" -> "about ";
      case "%" -> "possibly about ";
      default -> "";
    };
  }
}
