package org.dateline.server.collection;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.opengis.feature.simple.SimpleFeature;
import tools.jackson.databind.JsonNode;

/**
 * A feature of a collection, as readers get it and as filters see it.
 *
 * @param id unique in its collection, as it stands in addresses
 * @param key its place in the collection's order, unique: stays the same while the feature is there
 * @param attributes what filters see of it; the geometry is the first
 * @param when it was, null when it says no time
 * @param json its GeoJSON, UTF-8, encoded once
 * @param etag strong entity tag of the feature alone, quoted; null to take one from the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record CollectionFeature(
    String id,
    String key,
    SimpleFeature attributes,
    @Nullable TimeSpan when,
    byte[] json,
    @Nullable String etag) {

  /**
   * Takes what filters see from what readers get.
   *
   * @param geometry lon lat, WGS 84, as in the GeoJSON; null when there is none
   * @param properties the {@code properties} of the GeoJSON
   */
  public static CollectionFeature of(
      CollectionSchema schema,
      String id,
      String key,
      @Nullable Geometry geometry,
      JsonNode properties,
      byte[] json,
      @Nullable String etag) {
    SimpleFeature attributes = schema.feature(id, geometry, properties);
    String time = schema.timeProperty();
    return new CollectionFeature(
        id,
        key,
        attributes,
        time == null ? null : TimeSpan.ofValue(attributes.getAttribute(time)),
        json,
        etag);
  }

  /** Returns a property's value, by its type; null when there is none. */
  public @Nullable Object value(String property) {
    return attributes.getAttribute(property);
  }

  /** Returns the geometry, lon lat, WGS 84; null when there is none. */
  public @Nullable Geometry geometry() {
    return (Geometry) attributes.getAttribute(0);
  }
}
