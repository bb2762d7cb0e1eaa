package org.dateline.server.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.collection.PropertyType;

/** Which property has the name that people call a feature by. */
public final class Naming {

  /** As data sets and standards call it, the likeliest first. */
  private static final List<String> CALLED = List.of("location", "name", "title", "label");

  private Naming() {}

  /** Returns the property of a schema that has the name, empty when none does. */
  static Optional<PropertySchema> of(CollectionSchema schema) {
    return CALLED.stream()
        .flatMap(
            called ->
                schema.properties().stream()
                    .filter(property -> property.type() == PropertyType.STRING)
                    .filter(property -> property.name().equalsIgnoreCase(called)))
        .findFirst();
  }

  /** Returns whether it is this property. */
  public static boolean isBy(CollectionSchema schema, PropertySchema property) {
    return of(schema).filter(property::equals).isPresent();
  }

  /** Returns what people call a feature; its id when it has no name. */
  public static String of(CollectionSchema schema, CollectionFeature feature) {
    return of(schema).stream()
        .flatMap(property -> Stream.ofNullable(feature.value(property.name())))
        .map(Object::toString)
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse(feature.id());
  }
}
