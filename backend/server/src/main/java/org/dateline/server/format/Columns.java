package org.dateline.server.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.PropertySchema;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of features, for formats in which a feature is a row: its id, then its
 * properties. Most readers take {@code Name} and {@code name} for the same, so no two columns have
 * names that differ in case only: the later one ends in an underscore.
 */
final class Columns {

  private final Set<String> taken = new HashSet<>();
  private final String id;
  private final List<Column> properties = new ArrayList<>();

  /** A property and the name of its column. */
  record Column(String name, PropertySchema property) {

    /** Returns the property's value, null when the feature has none. */
    @Nullable Object of(CollectionFeature feature) {
      return feature.value(property.name());
    }
  }

  /**
   * Names the columns.
   *
   * @param own names that the format gives a meaning of its own
   */
  Columns(CollectionSchema schema, String... own) {
    for (String name : own) {
      free(name);
    }
    this.id = free("id");
    schema.properties().forEach(p -> properties.add(new Column(free(p.name()), p)));
  }

  /** Returns the name if it is free, or one like it; it is taken from then on. */
  String free(String name) {
    String free = name;
    while (!taken.add(free.toLowerCase(Locale.ROOT))) {
      free += '_';
    }
    return free;
  }

  /** Returns the name of the column with the feature's id. */
  String id() {
    return id;
  }

  /** Returns the columns of the properties, in their order. */
  List<Column> properties() {
    return properties;
  }
}
