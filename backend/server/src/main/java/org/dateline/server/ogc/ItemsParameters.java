package org.dateline.server.ogc;

import java.util.List;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.PropertySchema;

/** The query parameters that a collection's items take. */
public final class ItemsParameters {

  /** What every collection takes; a property that has such a name can be asked for in a filter. */
  public static final List<String> COMMON =
      List.of(
          "bbox",
          "bbox-crs",
          "crs",
          "cursor",
          "datetime",
          "f",
          "filter",
          "filter-crs",
          "filter-lang",
          "limit",
          "offset",
          "properties",
          "q",
          "skipGeometry",
          "sortby");

  private ItemsParameters() {}

  /** Returns the properties that are parameters as well. */
  public static List<PropertySchema> ofProperties(FeatureCollection collection) {
    return collection.schema().properties().stream()
        .filter(property -> property.type().isScalar() && !COMMON.contains(property.name()))
        .toList();
  }
}
