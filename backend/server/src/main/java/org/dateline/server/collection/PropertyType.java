package org.dateline.server.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What values a property has: how JSON Schema says it, and as what filters see them. */
public enum PropertyType {
  STRING("string", null, String.class),
  INTEGER("integer", null, Long.class),
  NUMBER("number", null, Double.class),
  BOOLEAN("boolean", null, Boolean.class),
  DATE("string", "date", LocalDate.class),
  DATE_TIME("string", "date-time", Instant.class),
  /** Filters see a {@link List} of values as {@link #ANY} has them. */
  ARRAY("array", null, List.class),
  /** Filters see a {@link Map} by member name. */
  OBJECT("object", null, Map.class),
  /** Values of several types: String, Long, Double, Boolean, List or Map. */
  ANY(null, null, Object.class);

  private final @Nullable String jsonType;
  private final @Nullable String format;
  private final Class<?> binding;

  PropertyType(@Nullable String jsonType, @Nullable String format, Class<?> binding) {
    this.jsonType = jsonType;
    this.format = format;
    this.binding = binding;
  }

  /** Returns JSON Schema's {@code type}, null for values of several types. */
  public @Nullable String jsonType() {
    return jsonType;
  }

  /** Returns JSON Schema's {@code format}, null when there is none. */
  public @Nullable String format() {
    return format;
  }

  /** Returns the Java class of the values that filters see. */
  public Class<?> binding() {
    return binding;
  }

  /** Returns whether a query parameter can give a value. */
  public boolean isScalar() {
    return this != ARRAY && this != OBJECT && this != ANY;
  }
}
