package org.dateline.server.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.dateline.server.feature.Edtf;
import org.jspecify.annotations.Nullable;

/**
 * From one moment to another, both within.
 *
 * @param first {@link Instant#MIN} when open
 * @param last {@link Instant#MAX} when open
 */
public record TimeSpan(Instant first, Instant last) {

  /** Returns the whole of some days, in UTC. */
  public static TimeSpan of(LocalDate first, LocalDate last) {
    return new TimeSpan(
        first.atStartOfDay(ZoneOffset.UTC).toInstant(),
        last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1));
  }

  /**
   * Returns what a property's value covers, null when it says no time.
   *
   * @param value a date, a moment, or a text in EDTF
   */
  public static @Nullable TimeSpan ofValue(@Nullable Object value) {
    if (value instanceof LocalDate day) {
      return of(day, day);
    }
    if (value instanceof Instant moment) {
      return new TimeSpan(moment, moment);
    }
    return value instanceof String text
        ? Edtf.parse(text).map(date -> of(date.first(), date.last())).orElse(null)
        : null;
  }

  /** Returns whether the two have a moment in common. */
  public boolean meets(TimeSpan other) {
    return !first.isAfter(other.last) && !last.isBefore(other.first);
  }

  /** Returns the span from the first moment of either to the last of either. */
  public TimeSpan with(TimeSpan other) {
    return new TimeSpan(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }
}
