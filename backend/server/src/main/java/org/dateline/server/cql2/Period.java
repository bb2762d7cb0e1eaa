package org.dateline.server.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.dateline.server.notation.IsoTime;
import org.jspecify.annotations.Nullable;

/**
 * From one moment to another, both in it, and how two of them lie to each other (CQL2's temporal
 * functions, after Allen). A single moment or day is a period that ends where it begins.
 *
 * @param from the first moment, or day
 * @param to the last one
 */
record Period(Object from, Object to) {

  /** Stands for an end that is open. */
  static final String OPEN = "..";

  /** How two periods lie to each other. */
  interface Relation {
    boolean holds(Instant from1, Instant to1, Instant from2, Instant to2);
  }

  /** CQL2's temporal functions by name. */
  static final Map<String, Relation> RELATIONS =
      Map.ofEntries(
          Map.entry("t_after", (s1, e1, s2, e2) -> s1.isAfter(e2)),
          Map.entry("t_before", (s1, e1, s2, e2) -> e1.isBefore(s2)),
          Map.entry("t_contains", (s1, e1, s2, e2) -> s1.isBefore(s2) && e1.isAfter(e2)),
          Map.entry("t_disjoint", (s1, e1, s2, e2) -> e1.isBefore(s2) || s1.isAfter(e2)),
          Map.entry("t_during", (s1, e1, s2, e2) -> s1.isAfter(s2) && e1.isBefore(e2)),
          Map.entry("t_equals", (s1, e1, s2, e2) -> s1.equals(s2) && e1.equals(e2)),
          Map.entry("t_finishedby", (s1, e1, s2, e2) -> s1.isBefore(s2) && e1.equals(e2)),
          Map.entry("t_finishes", (s1, e1, s2, e2) -> s1.isAfter(s2) && e1.equals(e2)),
          Map.entry("t_intersects", (s1, e1, s2, e2) -> !e1.isBefore(s2) && !s1.isAfter(e2)),
          Map.entry("t_meets", (s1, e1, s2, e2) -> e1.equals(s2)),
          Map.entry("t_metby", (s1, e1, s2, e2) -> s1.equals(e2)),
          Map.entry(
              "t_overlappedby",
              (s1, e1, s2, e2) -> s1.isAfter(s2) && s1.isBefore(e2) && e1.isAfter(e2)),
          Map.entry(
              "t_overlaps",
              (s1, e1, s2, e2) -> s1.isBefore(s2) && e1.isAfter(s2) && e1.isBefore(e2)),
          Map.entry("t_startedby", (s1, e1, s2, e2) -> s1.equals(s2) && e1.isAfter(e2)),
          Map.entry("t_starts", (s1, e1, s2, e2) -> s1.equals(s2) && e1.isBefore(e2)));

  /**
   * Returns a period.
   *
   * @param value a {@link Period}, a {@link LocalDate} or an {@link Instant}
   */
  static Period of(Object value) {
    return value instanceof Period period ? period : new Period(value, value);
  }

  /**
   * Returns the day or moment that a text says, null when it says none.
   *
   * @param value a text; anything else is returned as it is
   */
  static @Nullable Object read(Object value) {
    if (!(value instanceof String text) || text.equals(OPEN)) {
      return value;
    }
    LocalDate day = IsoTime.day(text);
    return day == null ? IsoTime.moment(text) : day;
  }

  /** Tells whether this period lies to another one as a relation says. */
  boolean is(Relation relation, Period other) {
    // Between days a day has no length. Beside moments it lasts from its first to its last one.
    boolean days = isOfDays() && other.isOfDays();
    return relation.holds(start(), end(days), other.start(), other.end(days));
  }

  /** Tells whether it ends before it begins. */
  boolean isBackwards() {
    return end(isOfDays()).isBefore(start());
  }

  private boolean isOfDays() {
    return !(from instanceof Instant) && !(to instanceof Instant);
  }

  private Instant start() {
    return from.equals(OPEN) ? Instant.MIN : moment(from, false);
  }

  private Instant end(boolean days) {
    return to.equals(OPEN) ? Instant.MAX : moment(to, !days);
  }

  private static Instant moment(Object value, boolean last) {
    if (value instanceof LocalDate day) {
      return last
          ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1)
          : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return (Instant) value;
  }
}
