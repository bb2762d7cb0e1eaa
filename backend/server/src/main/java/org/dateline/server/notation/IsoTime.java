package org.dateline.server.notation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Days and moments as ISO 8601 writes them, of the years 0 to 9999: others say no time here. */
public final class IsoTime {

  private IsoTime() {}

  /** Returns a day, null when the text is none. */
  public static @Nullable LocalDate day(String text) {
    try {
      return isLong(text) ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns a moment, null when the text is none. It says its offset from UTC. */
  public static @Nullable Instant moment(String text) {
    try {
      return isLong(text) ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns a moment, null when the text is none. One without an offset is taken for UTC. */
  public static @Nullable Instant momentOrUtc(String text) {
    Instant moment = moment(text);
    if (moment != null) {
      return moment;
    }
    try {
      return isLong(text) ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Years of more than four digits have a sign: no calendar that our data uses. */
  private static boolean isLong(String text) {
    return text.startsWith("+") || text.startsWith("-");
  }
}
