package org.dateline.geoparser.finding;

import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What someone says of a place.
 *
 * @param about the place, often a whole country
 * @param by who says it, in the text's own words ("According to France" gives "France")
 * @param sentence the sentence that says it
 * @param deniedBy who denies it, in the text's own words; null when the text has no denial
 * @param denial the sentence of the denial; null when there is none
 */
public record Claim(
    Referent about, String by, Span sentence, @Nullable String deniedBy, @Nullable Span denial) {}
