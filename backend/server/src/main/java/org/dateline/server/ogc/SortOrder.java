package org.dateline.server.ogc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The {@code sortby} parameter, and a place in the order that it makes: features of the same values
 * stand as in the collection, so that every feature has a place of its own. What has no value comes
 * last.
 *
 * @param keys empty for the collection's own order
 */
record SortOrder(List<Key> keys) {

  /** A property to sort by. */
  record Key(PropertySchema property, boolean descending) {

    int compare(@Nullable Object one, @Nullable Object other) {
      if (one == null || other == null) {
        return one == other ? 0 : one == null ? 1 : -1;
      }
      int order = ascending(one, other);
      return descending ? -order : order;
    }

    @SuppressWarnings("unchecked") // values of a property are of one class
    private static int ascending(Object one, Object other) {
      return one instanceof Comparable<?> && one.getClass() == other.getClass()
          ? ((Comparable<Object>) one).compareTo(other)
          : one.toString().compareTo(other.toString());
    }
  }

  /**
   * A place between two features.
   *
   * @param values of the feature before it, by the keys of the order
   * @param key that feature's place in the collection
   */
  record Place(List<@Nullable Object> values, String key) {}

  static SortOrder parse(String value, CollectionSchema schema) {
    List<Key> keys = new ArrayList<>();
    for (String part : value.isEmpty() ? new String[0] : value.split(",", -1)) {
      boolean descending = part.startsWith("-");
      // A plus sign that is not encoded arrives as a space.
      boolean signed = descending || part.startsWith("+") || part.startsWith(" ");
      String name = signed ? part.substring(1) : part;
      PropertySchema property =
          schema
              .find(name)
              .filter(found -> found.type().isScalar())
              .orElseThrow(
                  () ->
                      ProblemException.parameter(
                          "sortby",
                          "\"" + name + "\" is no property to sort by.",
                          "For example sortby=-" + example(schema) + "."));
      keys.add(new Key(property, descending));
    }
    return new SortOrder(keys);
  }

  private static String example(CollectionSchema schema) {
    return schema.properties().stream()
        .filter(property -> property.type().isScalar())
        .map(PropertySchema::name)
        .findFirst()
        .orElse("name");
  }

  List<CollectionFeature> sorted(List<CollectionFeature> inOrderOfKeys) {
    if (keys.isEmpty()) {
      return inOrderOfKeys;
    }
    Comparator<CollectionFeature> order = (one, other) -> compare(placeOf(one), placeOf(other));
    return inOrderOfKeys.stream().sorted(order).toList();
  }

  Place placeOf(CollectionFeature feature) {
    List<@Nullable Object> values = new ArrayList<>(keys.size());
    for (Key key : keys) {
      values.add(feature.attributes().getAttribute(key.property().name()));
    }
    return new Place(values, feature.key());
  }

  private int compare(Place one, Place other) {
    for (int i = 0; i < keys.size(); i++) {
      int order = keys.get(i).compare(one.values().get(i), other.values().get(i));
      if (order != 0) {
        return order;
      }
    }
    return one.key().compareTo(other.key());
  }

  /** Returns how many of the features in this order stand before a place or at it. */
  int after(Place place, List<CollectionFeature> sorted) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(placeOf(sorted.get(middle)), place) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
