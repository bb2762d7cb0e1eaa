package org.dateline.server.ogc;

import java.time.Instant;
import java.time.LocalDate;
import org.dateline.server.collection.TimeSpan;
import org.dateline.server.notation.IsoTime;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The {@code datetime} parameter of OGC API - Features: an instant or an interval, either end open.
 */
final class EventTime {

  private EventTime() {}

  static TimeSpan parse(String value) {
    String[] ends = value.split("/", -1);
    if (ends.length <= 2 && !(isOpen(ends[0]) && isOpen(ends[ends.length - 1]))) {
      TimeSpan from = end(ends[0]);
      TimeSpan to = end(ends[ends.length - 1]);
      if (from != null && to != null && !from.first().isAfter(to.last())) {
        return new TimeSpan(from.first(), to.last());
      }
    }
    throw ProblemException.parameter(
        "datetime",
        "\"" + value + "\" is not a date, a time or an interval of two.",
        "For example datetime=2022-05-01, datetime=2022-05-01T12:00:00Z or datetime=2022-01-01/..");
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  /** A day is all of it. */
  private static @Nullable TimeSpan end(String text) {
    if (isOpen(text)) {
      return new TimeSpan(Instant.MIN, Instant.MAX);
    }
    LocalDate day = IsoTime.day(text);
    return TimeSpan.ofValue(day == null ? IsoTime.moment(text) : day);
  }
}
