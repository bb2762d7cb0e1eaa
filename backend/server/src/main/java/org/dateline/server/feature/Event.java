package org.dateline.server.feature;

import org.jspecify.annotations.Nullable;

/**
 * What the text says happens at a place.
 *
 * @param type ACLED event type, null when no event is stated
 * @param subType ACLED sub-event type, null when no event is stated
 * @param edtf the date in Extended Date/Time Format, null when the text gives none
 * @param datePrecision UCDP {@code date_prec}, 1 day to 5 year; null when the text gives no date
 * @param description the text's own words for the place, null when it has none
 * @param cue the words that decided the layer, null when nothing did
 */
public record Event(
    @Nullable String type,
    @Nullable String subType,
    @Nullable String edtf,
    @Nullable Integer datePrecision,
    @Nullable String description,
    @Nullable String cue) {

  /** Returns the day as ISO 8601, null unless the date is a whole, certain day. */
  public @Nullable String day() {
    return edtf != null && edtf.matches("\\d{4}-\\d{2}-\\d{2}") ? edtf : null;
  }

  /**
   * Returns ACLED's {@code time_precision} (1 day, 2 week, 3 month); null for a year or no date.
   */
  public @Nullable Integer timePrecision() {
    if (datePrecision == null) {
      return null;
    }
    return switch (datePrecision) {
      case 1 -> 1;
      case 2, 3 -> 2;
      case 4 -> 3;
      default -> null;
    };
  }
}
