package org.dateline.geoparser.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One annotated mention.
 *
 * @param start UTF-16 offset in the document's text
 * @param end offset after it
 * @param text the characters there
 * @param kind literal, metonymic, demonym, embedded or vague; null where the corpus does not say
 * @param lon degrees east, null when it has no point
 * @param lat degrees north, null when it has no point
 * @param id the corpus's id of the place (a GeoNames number, a name); null when it gives none
 * @param geometry point, country, region, continent or none; null where the corpus does not say
 * @param optional whether finding it counts neither for nor against
 */
public record Gold(
    int start,
    int end,
    String text,
    @Nullable String kind,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String id,
    @Nullable String geometry,
    boolean optional) {

  boolean overlaps(int otherStart, int otherEnd) {
    return start < otherEnd && otherStart < end;
  }

  boolean locatable() {
    return lon != null && lat != null;
  }
}
