package org.dateline.server.collection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.opengis.filter.Filter;

/**
 * Which features of a collection are asked for. As OGC API - Features wants it (fc-bbox-response,
 * fc-time-response), a feature without a geometry is in every area, and one without a time at every
 * time.
 *
 * @param areas any of which the geometry must touch, lon lat, WGS 84; empty for everywhere
 * @param when the time that the feature must have a moment of; null for any, or none
 * @param filter what else must hold of {@link CollectionFeature#attributes()}
 */
public record Selection(List<Geometry> areas, @Nullable TimeSpan when, Filter filter) {

  /** Everything. */
  public static final Selection ALL = new Selection(List.of(), null, Filter.INCLUDE);
}
