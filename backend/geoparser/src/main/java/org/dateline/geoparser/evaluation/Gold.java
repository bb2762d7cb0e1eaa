package org.dateline.geoparser.evaluation;

import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A name that annotators marked.
 *
 * @param span where it stands, UTF-16
 * @param text the characters there
 * @param lon degrees east of the place, null when it was not located
 * @param lat degrees north of the place, null when it was not located
 * @param id GeoNames number or another id, null when it has none
 * @param kind the sense in small letters ("metonymic"), null when the corpus tells none
 * @param country whether it names a country
 * @param area whether it names an area, right by identity and not by a point
 * @param optional whether a geoparser may leave it out
 */
record Gold(
    Span span,
    String text,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String id,
    @Nullable String kind,
    boolean country,
    boolean area,
    boolean optional) {

  boolean locatable() {
    return lon != null && lat != null;
  }
}
