package org.dateline.geodata.boundary;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A country or first-level unit with its outline.
 *
 * @param placeId id of the unit's place in the gazetteer, see {@code Place#id()}
 * @param name the unit's name in the boundary set
 * @param country ISO 3166-1 alpha-2 code
 * @param admin1 GeoNames first-level code, empty for a country
 * @param outline polygon or multipolygon, lon lat, WGS 84, valid, rings by the right-hand rule
 * @param source who drew it: "Natural Earth"
 * @param validFrom first year or date (ISO 8601) the outline was right, null when not known
 * @param validTo the year or date it ceased to be right, null when it still is or is not known
 */
public record Unit(
    String placeId,
    String name,
    String country,
    String admin1,
    Geometry outline,
    String source,
    @Nullable String validFrom,
    @Nullable String validTo) {}
