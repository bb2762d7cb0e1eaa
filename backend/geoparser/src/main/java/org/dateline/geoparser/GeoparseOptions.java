package org.dateline.geoparser;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What a caller knows beside the text.
 *
 * @param language BCP 47 tag, null to detect it
 * @param source the outlet, null when not known
 * @param date when it was written, ISO 8601, null when not known
 * @param countryBias ISO 3166-1 alpha-2 codes of the countries it is about, when known
 * @param bbox a box (lon, lat) that it is about, null when not known
 */
public record GeoparseOptions(
    @Nullable String language,
    @Nullable String source,
    @Nullable String date,
    List<String> countryBias,
    @Nullable Envelope bbox) {

  /** Nothing known. */
  public static final GeoparseOptions NONE = new GeoparseOptions(null, null, null, List.of(), null);
}
