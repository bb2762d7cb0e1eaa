package org.dateline.server.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dateline.server.notation.IsoTime;

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
    LocalDate day = IsoTime.day(text);
    if (day == null) {
      throw new InvalidFilterException("\"" + text + "\" is not a day.", place, DAY_HINT);
    }
    return new Node.Day(day);
  }

  static Node.Moment moment(String text, String place) {
    Instant moment = IsoTime.moment(text);
    if (moment == null) {
      throw new InvalidFilterException("\"" + text + "\" is not a moment.", place, MOMENT_HINT);
    }
    return new Node.Moment(moment);
  }

  /** Reads an end of an interval: a day, a moment, or two dots. */
  static Node end(String text, String place) {
    if (text.equals("..")) {
      return new Node.Open();
    }
    LocalDate day = IsoTime.day(text);
    if (day != null) {
      return new Node.Day(day);
    }
    Instant moment = IsoTime.moment(text);
    if (moment != null) {
      return new Node.Moment(moment);
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
}
