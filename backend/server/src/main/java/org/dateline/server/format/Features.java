package org.dateline.server.format;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.CollectionSchema;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Features that are to be written.
 *
 * @param name of the collection or layer, as in addresses: a table's and a file's name
 * @param title of it, for people
 * @param home address that an id is added to for the address of a feature, with a slash at its end
 * @param schema what they have; a feature may lack some of it
 * @param all the features, in order
 */
public record Features(
    String name, String title, String home, CollectionSchema schema, List<CollectionFeature> all) {

  /** Returns the geometries there are, lon lat; neither null nor empty. */
  Stream<Geometry> geometries() {
    return all.stream()
        .map(CollectionFeature::geometry)
        .filter(Objects::nonNull)
        .filter(geometry -> !geometry.isEmpty());
  }

  /** Returns whether any geometry has heights. */
  boolean haveHeights() {
    return geometries().anyMatch(Features::hasHeight);
  }

  /** Returns whether a geometry has heights: its first position tells. */
  static boolean hasHeight(Geometry geometry) {
    Coordinate first = geometry.getCoordinate();
    return first != null && !Double.isNaN(first.getZ());
  }
}
