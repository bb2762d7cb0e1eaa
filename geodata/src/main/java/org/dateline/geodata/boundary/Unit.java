package org.dateline.geodata.boundary;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A country or a unit of one with its outline.
 *
 * @param placeId id of the unit's place in the gazetteer, see {@code Place#id()}
 * @param name the unit's name in the boundary set
 * @param country ISO 3166-1 alpha-2 code
 * @param admin1 GeoNames code of the first-level unit that this is or is a part of; empty for a
 *     country and for a unit that was abolished
 * @param outline polygon or multipolygon, lon lat, WGS 84, valid, rings by the right-hand rule;
 *     shared, so not to be changed
 * @param source who drew it: "Natural Earth" or "US Census Bureau"
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
