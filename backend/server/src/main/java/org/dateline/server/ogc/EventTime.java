package org.dateline.server.ogc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.dateline.server.collection.TimeSpan;
import org.dateline.server.problem.ProblemException;

/**
 * The {@code datetime} parameter of OGC API - Features: an instant or an interval, either end open.
 */
final class EventTime {

  private EventTime() {}

  static TimeSpan parse(String value) {
    String[] ends = value.split("/", -1);
    try {
      if (ends.length == 1) {
        return moment(ends[0]);
      }
      if (ends.length == 2 && !(isOpen(ends[0]) && isOpen(ends[1]))) {
        Instant from = isOpen(ends[0]) ? Instant.MIN : moment(ends[0]).first();
        Instant to = isOpen(ends[1]) ? Instant.MAX : moment(ends[1]).last();
        if (!from.isAfter(to)) {
          return new TimeSpan(from, to);
        }
      }
    } catch (DateTimeException e) {
      // Told below.
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
  private static TimeSpan moment(String text) {
    if (text.indexOf('T') > 0 || text.indexOf('t') > 0) {
      Instant moment = OffsetDateTime.parse(text).toInstant();
      return new TimeSpan(moment, moment);
    }
    LocalDate day = LocalDate.parse(text);
    return TimeSpan.of(day, day);
  }
}
