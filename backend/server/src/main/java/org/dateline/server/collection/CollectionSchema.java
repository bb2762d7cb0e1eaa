package org.dateline.server.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.server.notation.IsoTime;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.identity.FeatureIdImpl;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.opengis.feature.simple.SimpleFeature;
import org.opengis.feature.simple.SimpleFeatureType;
import tools.jackson.databind.JsonNode;

/** What the features of a collection have: a geometry and properties in order. Immutable. */
public final class CollectionSchema {

  private final GeometryType geometry;
  private final String geometryName;
  private final Map<String, PropertySchema> properties = new LinkedHashMap<>();
  private final @Nullable String timeProperty;
  private final SimpleFeatureType type;

  /**
   * Makes a schema.
   *
   * @param name of the feature type
   * @param timeProperty the property that says when: a date, a moment, or a text in EDTF; null when
   *     none does
   */
  public CollectionSchema(
      String name,
      GeometryType geometry,
      List<PropertySchema> properties,
      @Nullable String timeProperty) {
    this.geometry = geometry;
    properties.forEach(property -> this.properties.put(property.name(), property));
    this.geometryName = freeName();
    this.timeProperty = timeProperty;
    SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
    builder.setName(name);
    builder.add(geometryName, geometry.binding(), DefaultGeographicCRS.WGS84);
    properties.forEach(property -> builder.add(property.name(), property.type().binding()));
    this.type = builder.buildFeatureType();
  }

  private String freeName() {
    String free = "geom";
    while (properties.containsKey(free)) {
      free += '_';
    }
    return free;
  }

  /** Returns what geometries the features have. */
  public GeometryType geometry() {
    return geometry;
  }

  /**
   * Returns the name of the geometry in filters and in {@link #type()}: {@code geom}, unless a
   * property has that name. It is the first attribute.
   */
  public String geometryName() {
    return geometryName;
  }

  /** Returns the properties in their order. */
  public List<PropertySchema> properties() {
    return List.copyOf(properties.values());
  }

  /** Returns the property of a name, empty when there is none. */
  public Optional<PropertySchema> find(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  /** Returns the name of the property that says when, null when none does. */
  public @Nullable String timeProperty() {
    return timeProperty;
  }

  /** Returns the feature type that filters are evaluated on. */
  public SimpleFeatureType type() {
    return type;
  }

  /**
   * Returns a feature as filters see it.
   *
   * @param geometry lon lat, WGS 84; null when it has none
   * @param members the members of its GeoJSON {@code properties}
   */
  public SimpleFeature feature(String id, @Nullable Geometry geometry, JsonNode members) {
    Object[] values = new Object[properties.size() + 1];
    int i = 0;
    values[i++] = geometry;
    for (PropertySchema property : properties.values()) {
      values[i++] = value(property.type(), members.path(property.name()));
    }
    return new SimpleFeatureImpl(values, type, new FeatureIdImpl(id), false);
  }

  /** What cannot be of the type is null: the schema was made so that there is no such value. */
  private static @Nullable Object value(PropertyType type, JsonNode json) {
    if (json.isMissingNode() || json.isNull()) {
      return null;
    }
    return switch (type) {
      case STRING -> json.asString();
      case INTEGER -> json.isNumber() ? json.longValue() : null;
      case NUMBER -> json.isNumber() ? json.doubleValue() : null;
      case BOOLEAN -> json.isBoolean() ? json.booleanValue() : null;
      case DATE -> IsoTime.day(json.asString());
      case DATE_TIME -> IsoTime.momentOrUtc(json.asString());
      case ARRAY, OBJECT, ANY -> any(json);
    };
  }

  private static @Nullable Object any(JsonNode json) {
    if (json.isArray()) {
      List<@Nullable Object> values = new ArrayList<>(json.size());
      json.forEach(value -> values.add(any(value)));
      return values;
    }
    if (json.isObject()) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      json.properties().forEach(member -> members.put(member.getKey(), any(member.getValue())));
      return members;
    }
    if (json.isNumber()) {
      return json.isIntegralNumber() ? (Object) json.longValue() : (Object) json.doubleValue();
    }
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    return json.isNull() ? null : json.asString();
  }
}
