package org.dateline.server.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.publication.GeometryKind;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.opengis.filter.Filter;
import org.opengis.filter.FilterFactory2;

/**
 * The {@code datetime} parameter of OGC API - Features: an instant or an interval, either end open.
 *
 * @param from the first moment, null when open
 * @param to the last moment, null when open
 */
record EventTime(@Nullable Instant from, @Nullable Instant to) {

  private static final FilterFactory2 FILTERS = CommonFactoryFinder.getFilterFactory2();

  static EventTime parse(String value) {
    String[] ends = value.split("/", -1);
    try {
      if (ends.length == 1) {
        return new EventTime(start(ends[0]), end(ends[0]));
      }
      if (ends.length == 2) {
        Instant from = isOpen(ends[0]) ? null : start(ends[0]);
        Instant to = isOpen(ends[1]) ? null : end(ends[1]);
        if (from == null || to == null || !from.isAfter(to)) {
          return new EventTime(from, to);
        }
      }
    } catch (DateTimeParseException e) {
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

  private static Instant start(String text) {
    return text.indexOf('T') > 0
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant end(String text) {
    return text.indexOf('T') > 0
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
  }

  /** Returns the filter that takes what may have happened then; what has no date is taken too. */
  Filter filter() {
    Filter known = FILTERS.not(FILTERS.isNull(FILTERS.property(GeometryKind.FIRST_MOMENT)));
    Filter overlap = known;
    if (to != null) {
      overlap =
          FILTERS.and(
              overlap,
              FILTERS.lessOrEqual(
                  FILTERS.property(GeometryKind.FIRST_MOMENT),
                  FILTERS.literal(to.getEpochSecond())));
    }
    if (from != null) {
      overlap =
          FILTERS.and(
              overlap,
              FILTERS.greaterOrEqual(
                  FILTERS.property(GeometryKind.LAST_MOMENT),
                  FILTERS.literal(from.getEpochSecond())));
    }
    return FILTERS.or(FILTERS.not(known), overlap);
  }
}
