package org.dateline.server.change;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a change is about.
 *
 * @param kind what sort of thing
 * @param id unique among its kind, never given to another
 * @param report id of the report that it belongs to, null when it belongs to none
 */
public record Thing(Kind kind, String id, @Nullable String report) {

  /** The sorts of things that are logged. */
  public enum Kind {
    /** A report as it was received, and which reading of it is current. */
    REPORT,
    /** What the geoparser found in a report. */
    FEATURE,
    /** What an editor decided on a mention. */
    DECISION,
    /** What a journalist added. */
    LOCATION,
    /** A data set that an admin imported. */
    DATASET;

    /** Returns the word for it in the log. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind that a word of the log stands for. */
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
