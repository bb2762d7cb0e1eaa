package org.dateline.geoparser.place;

import java.util.List;
import org.dateline.geodata.gazetteer.Tier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What a mention names, once told: a gazetteer's place or an area computed from the text.
 *
 * @param id the gazetteer place's id, or "area:..." for a computed one; the same for the same
 *     referent throughout a text
 * @param name name shown to readers
 * @param featureCode GeoNames feature code; "RGN" for a computed area
 * @param countries ISO 3166-1 alpha-2 codes of the countries it lies in; empty when none
 * @param admin1 name of the first-level unit, empty when none
 * @param lon degrees east of the label point
 * @param lat degrees north of the label point
 * @param geometry outline (lon lat, WGS 84) of a computed area; null for a gazetteer's place, whose
 *     outline, if there is one, {@code Boundaries#outlineOf} has by its id
 * @param precision how precisely the geometry stands for what the text says
 * @param uncertaintyMetres radius around the label point that contains the place
 * @param tier which gazetteer tier answered; null for a computed area
 * @param howMade a sentence that says how a computed geometry was made; null for a gazetteer's
 *     place
 */
public record Referent(
    String id,
    String name,
    String featureCode,
    List<String> countries,
    String admin1,
    double lon,
    double lat,
    @Nullable Geometry geometry,
    Precision precision,
    double uncertaintyMetres,
    @Nullable Tier tier,
    @Nullable String howMade) {}
