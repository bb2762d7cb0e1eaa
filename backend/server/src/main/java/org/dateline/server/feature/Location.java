package org.dateline.server.feature;

import java.util.List;
import org.dateline.geoparser.place.Precision;
import org.jspecify.annotations.Nullable;

/**
 * What place a feature is, and how precisely its geometry stands for it.
 *
 * @param name name shown to readers
 * @param gazetteerId the gazetteer's id; null for a computed area and for a generalised place,
 *     whose point the id would give away
 * @param countries ISO 3166-1 alpha-2 codes
 * @param country name of the one country it lies in, null when it lies in none or several
 * @param iso3 ISO 3166-1 alpha-3 code of that country
 * @param admin1 name of the first-level unit, null when none is known
 * @param lon degrees east of the label point
 * @param lat degrees north of the label point
 * @param precision how precisely the geometry stands for what the text says
 * @param uncertaintyMetres radius round the label point that contains the place
 * @param generalisation whether the geometry was made coarser on purpose
 * @param tier which gazetteer tier answered, in lower case; null when none did
 * @param howMade how a geometry was computed, in a sentence; null for a gazetteer's place
 * @param boundary who drew the outline, null where there is none
 */
public record Location(
    String name,
    @Nullable String gazetteerId,
    List<String> countries,
    @Nullable String country,
    @Nullable String iso3,
    @Nullable String admin1,
    double lon,
    double lat,
    Precision precision,
    double uncertaintyMetres,
    Generalisation generalisation,
    @Nullable String tier,
    @Nullable String howMade,
    @Nullable Boundary boundary) {

  /** What is done to a geometry so that it harms nobody. */
  public enum Generalisation {
    /** Shown at the stated precision. */
    NONE,
    /** Shown as its cell of a fixed grid of about 5 km, see {@link Grid}. */
    GRID_5KM
  }

  /**
   * Who drew an outline, and between which years it was right.
   *
   * @param source "Natural Earth"
   * @param validFrom null when not known
   * @param validTo null when it still is right or that is not known
   */
  public record Boundary(String source, @Nullable String validFrom, @Nullable String validTo) {}
}
