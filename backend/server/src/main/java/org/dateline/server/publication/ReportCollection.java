package org.dateline.server.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.FeatureCollection.About;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.collection.PropertyType;
import org.dateline.server.feature.Property;
import org.dateline.server.location.Entered;
import org.dateline.server.location.Entry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;

/**
 * The collections over all reports: what the geoparser found by kind of geometry, as GIS programs
 * want it, and what journalists added.
 */
public enum ReportCollection {
  PLACES(
      "Places",
      "Towns, sites and other places that are shown as a point.",
      GeometryType.POINT,
      found(false)),
  AREAS(
      "Areas",
      "Regions, countries, areas without an exact border, and the 5 km cells that stand for"
          + " protected sites.",
      GeometryType.POLYGON_OR_MULTI_POLYGON,
      found(false)),
  MOVEMENTS(
      "Movements",
      "From one place to another; a straight line, since the route is not stated.",
      GeometryType.LINE_STRING_OR_MULTI_LINE_STRING,
      found(true)),
  LOCATIONS("Locations", "What journalists added to the maps.", GeometryType.ANY, added());

  private final About about;
  private final CollectionSchema schema;

  ReportCollection(
      String title, String description, GeometryType geometry, List<PropertySchema> properties) {
    boolean editable = name().equals("LOCATIONS");
    this.about = new About(name().toLowerCase(Locale.ROOT), title, description, editable);
    this.schema = new CollectionSchema(about.id(), geometry, properties, "event_date_edtf");
  }

  private static List<PropertySchema> found(boolean movements) {
    return Property.ALL.stream()
        .filter(property -> movements || !property.isOfMovements())
        .map(ReportCollection::schema)
        .toList();
  }

  private static PropertySchema schema(Property property) {
    return new PropertySchema(
        property.name(),
        type(property.type()),
        property.nullable(),
        property.description(),
        property.values(),
        true);
  }

  private static PropertyType type(String word) {
    return PropertyType.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** What may be entered, then what the server adds. */
  private static List<PropertySchema> added() {
    List<PropertySchema> properties = new ArrayList<>();
    for (Entry entry : Entry.ALL) {
      properties.add(
          new PropertySchema(
              entry.name(),
              type(entry.kind()),
              !entry.required(),
              entry.description(),
              entry.values(),
              false));
    }
    for (Property property : Property.ALL) {
      if (Entered.WRITTEN_BY_SERVER.contains(property.name())) {
        properties.add(schema(property));
      }
    }
    properties.add(
        new PropertySchema(
            "created_by", PropertyType.STRING, false, "Who added it.", List.of(), true));
    properties.add(
        new PropertySchema(
            "created_at", PropertyType.DATE_TIME, false, "When it was added.", List.of(), true));
    return properties;
  }

  private static PropertyType type(Entry.Kind kind) {
    return switch (kind) {
      case TEXT, WORD, EDTF, WEB_ADDRESS -> PropertyType.STRING;
      case WHOLE_NUMBER -> PropertyType.INTEGER;
      case NUMBER -> PropertyType.NUMBER;
      case DAY -> PropertyType.DATE;
      case NAMES -> PropertyType.OBJECT;
    };
  }

  static ReportCollection of(Geometry geometry) {
    if (geometry instanceof Polygonal) {
      return AREAS;
    }
    return geometry instanceof Lineal ? MOVEMENTS : PLACES;
  }

  /** Returns what the collection is. */
  public About about() {
    return about;
  }

  /** Returns what its features have. */
  public CollectionSchema schema() {
    return schema;
  }

  /** Returns the same for a layer, in which points, lines and areas lie together. */
  CollectionSchema schemaOfLayers() {
    return new CollectionSchema(
        about.id(), GeometryType.ANY, schema.properties(), schema.timeProperty());
  }
}
