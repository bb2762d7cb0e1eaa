package org.dateline.geodata.index;

import org.locationtech.jts.geom.Geometry;

/** The outline of a place, as an index is made of; texts that are not known are empty. */
record Outline(
    String placeId,
    String name,
    String country,
    String admin1,
    String source,
    String validFrom,
    String validTo,
    OutlineLevel level,
    Geometry shape) {}
