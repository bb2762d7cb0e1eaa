package org.dateline.server.dataset;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.collection.PropertyType;
import org.dateline.server.notation.IsoTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** Finds the schema that all features of a file fit, looking at one after the other. */
final class SchemaGuess {

  private final Map<String, Seen> properties = new LinkedHashMap<>();
  private @Nullable GeometryType geometry;
  private int features;

  /** What was seen of one property. */
  private static final class Seen {
    private final Set<PropertyType> types = EnumSet.noneOf(PropertyType.class);
    private int filled;

    void add(JsonNode value) {
      if (!value.isNull()) {
        filled++;
        types.add(typeOf(value));
      }
    }

    private static PropertyType typeOf(JsonNode value) {
      return switch (value.getNodeType()) {
        case BOOLEAN -> PropertyType.BOOLEAN;
        case NUMBER ->
            value.canConvertToLong() && value.isIntegralNumber()
                ? PropertyType.INTEGER
                : PropertyType.NUMBER;
        case ARRAY -> PropertyType.ARRAY;
        case OBJECT -> PropertyType.OBJECT;
        default -> typeOf(value.asString());
      };
    }

    /** Most texts are told from dates by their length and first letter. */
    private static PropertyType typeOf(String text) {
      if (text.length() < 10 || text.length() > 40 || !Character.isDigit(text.charAt(0))) {
        return PropertyType.STRING;
      }
      if (IsoTime.day(text) != null) {
        return PropertyType.DATE;
      }
      return IsoTime.momentOrUtc(text) != null ? PropertyType.DATE_TIME : PropertyType.STRING;
    }

    PropertyType type() {
      if (types.isEmpty()) {
        return PropertyType.STRING;
      }
      if (types.size() == 1) {
        return types.iterator().next();
      }
      if (EnumSet.of(PropertyType.INTEGER, PropertyType.NUMBER).containsAll(types)) {
        return PropertyType.NUMBER;
      }
      return EnumSet.of(PropertyType.STRING, PropertyType.DATE, PropertyType.DATE_TIME)
              .containsAll(types)
          ? PropertyType.STRING
          : PropertyType.ANY;
    }
  }

  void add(@Nullable Geometry one, JsonNode members) {
    features++;
    if (one != null) {
      GeometryType type = GeometryType.of(one);
      geometry = geometry == null ? type : geometry.or(type);
    }
    members
        .properties()
        .forEach(
            member ->
                properties
                    .computeIfAbsent(member.getKey(), name -> new Seen())
                    .add(member.getValue()));
  }

  /** Returns how many different properties there are so far. */
  int size() {
    return properties.size();
  }

  Dataset.Schema schema() {
    List<PropertySchema> all = new ArrayList<>();
    String time = null;
    for (Map.Entry<String, Seen> property : properties.entrySet()) {
      Seen seen = property.getValue();
      PropertyType type = seen.type();
      if (time == null && (type == PropertyType.DATE || type == PropertyType.DATE_TIME)) {
        time = property.getKey();
      }
      all.add(
          new PropertySchema(
              property.getKey(), type, seen.filled < features, null, List.of(), false));
    }
    return new Dataset.Schema(geometry == null ? GeometryType.ANY : geometry, all, time);
  }
}
