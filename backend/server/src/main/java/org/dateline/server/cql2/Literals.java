package org.dateline.server.cql2;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What both encodings write alike: names of operators, days, moments, boxes. */
final class Literals {

  /** Functions that relate two geometries. */
  static final Set<String> SPATIAL =
      Set.of(
          "s_intersects",
          "s_equals",
          "s_disjoint",
          "s_touches",
          "s_within",
          "s_overlaps",
          "s_crosses",
          "s_contains");

  /** Functions that relate two lists. */
  static final Set<String> ARRAY = Set.of("a_equals", "a_contains", "a_containedby", "a_overlaps");

  /** Functions that make two spellings of a text equal. */
  static final Set<String> SPELLING = Set.of("casei", "accenti");

  private static final String DAY_HINT = "A day is written as 2022-04-16.";
  private static final String MOMENT_HINT = "A moment is written as 2022-04-16T10:13:19Z.";

  private Literals() {}

  static Node.Day day(String text, String place) {
    LocalDate day = day(text);
    if (day == null) {
      throw new InvalidFilterException("\"" + text + "\" is not a day.", place, DAY_HINT);
    }
    return new Node.Day(day);
  }

  static Node.Moment moment(String text, String place) {
    OffsetDateTime moment = moment(text);
    if (moment == null) {
      throw new InvalidFilterException("\"" + text + "\" is not a moment.", place, MOMENT_HINT);
    }
    return new Node.Moment(moment.toInstant());
  }

  /** Reads an end of an interval: a day, a moment, or two dots. */
  static Node end(String text, String place) {
    if (text.equals("..")) {
      return new Node.Open();
    }
    LocalDate day = day(text);
    if (day != null) {
      return new Node.Day(day);
    }
    OffsetDateTime moment = moment(text);
    if (moment != null) {
      return new Node.Moment(moment.toInstant());
    }
    throw new InvalidFilterException(
        "\"" + text + "\" is no end of an interval.",
        place,
        DAY_HINT + " " + MOMENT_HINT + " An open end is written as two dots.");
  }

  static Node.Box box(List<Double> bounds, String place) {
    if (bounds.size() != 4 && bounds.size() != 6) {
      throw new InvalidFilterException(
          "A box has four numbers, or six with heights; here are " + bounds.size() + ".",
          place,
          "West, south, east, north.");
    }
    return new Node.Box(List.copyOf(bounds));
  }

  /** Returns a day of the years 0 to 9999, null when the text is none. */
  static @Nullable LocalDate day(String text) {
    try {
      return isLong(text) ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns a moment of the years 0 to 9999, null when the text is none. */
  static @Nullable OffsetDateTime moment(String text) {
    try {
      return isLong(text) ? null : OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Years of more than four digits have a sign: no calendar that our data uses. */
  private static boolean isLong(String text) {
    return text.startsWith("+") || text.startsWith("-");
  }
}
