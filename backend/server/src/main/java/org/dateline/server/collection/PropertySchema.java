package org.dateline.server.collection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property that the features of a collection have.
 *
 * @param name its name in the GeoJSON and in filters
 * @param type what values it has
 * @param nullable whether it may be null or missing
 * @param description what it says, null when nobody said
 * @param values the texts there may be, empty when the list is open
 * @param readOnly whether the server alone writes it
 */
public record PropertySchema(
    String name,
    PropertyType type,
    boolean nullable,
    @Nullable String description,
    List<String> values,
    boolean readOnly) {

  /** Returns whether features can be selected by it; objects have nothing to compare. */
  public boolean queryable() {
    return type != PropertyType.OBJECT;
  }
}
