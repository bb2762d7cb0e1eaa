package org.dateline.server.feature;

import org.jspecify.annotations.Nullable;

/**
 * What someone says of a place, with the denial where the text has one. Quotes are literal.
 *
 * @param by who says it, in the text's own words
 * @param quote the sentence that says it
 * @param start where the sentence starts, UTF-16 into the report's text
 * @param end where it ends
 * @param deniedBy who denies it, null when nobody does
 * @param denial the sentence of the denial, null when there is none
 * @param denialStart where that sentence starts, UTF-16 into the report's text; null when there is
 *     none
 * @param denialEnd where it ends
 */
public record Claimed(
    String by,
    String quote,
    int start,
    int end,
    @Nullable String deniedBy,
    @Nullable String denial,
    @Nullable Integer denialStart,
    @Nullable Integer denialEnd) {

  /** Returns the {@code claim_status}. */
  public String status() {
    return deniedBy == null && denial == null ? "claimed" : "disputed";
  }
}
