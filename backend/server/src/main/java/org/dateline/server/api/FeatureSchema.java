package org.dateline.server.api;

import java.util.List;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.FeatureCollection.About;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.publication.ReportCollection;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of GeoJSON answers, made from the descriptions of the properties. */
final class FeatureSchema {

  static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  /** Before a collection's id in the name of the schema of its items. */
  static final String ITEMS = "items-";

  private static final String ADDRESS = "/api/schemas/";

  private final ObjectNode root;

  private FeatureSchema(JsonMapper mapper, String name, String title) {
    root = mapper.createObjectNode();
    root.put("$schema", DRAFT).put("$id", ADDRESS + name).put("title", title);
    root.put("type", "object");
    root.putArray("required").add("type").add("features");
  }

  /** Returns what a page of a collection's items is; a feature alone is {@code #/$defs/feature}. */
  static ObjectNode ofItems(JsonMapper mapper, About about, CollectionSchema collection) {
    FeatureSchema schema =
        new FeatureSchema(mapper, ITEMS + about.id(), "Features of " + about.title());
    ObjectNode members = schema.members();
    members.putObject("numberMatched").put("type", "integer").put("minimum", 0);
    members.putObject("numberReturned").put("type", "integer").put("minimum", 0);
    members.putObject("timeStamp").put("type", "string").put("format", "date-time");
    ObjectNode links = members.putObject("links").put("type", "array");
    links.putObject("items").put("$ref", ADDRESS + "link");
    members.withObjectProperty("features").putObject("items").put("$ref", "#/$defs/feature");
    feature(schema.root.putObject("$defs").putObject("feature"), collection);
    return schema.root;
  }

  /** Returns what a layer of a report is: what was found and what journalists added. */
  static ObjectNode ofLayer(JsonMapper mapper) {
    FeatureSchema schema = new FeatureSchema(mapper, "layer", "A layer of a report");
    ArrayNode kinds =
        schema.members().withObjectProperty("features").putObject("items").putArray("anyOf");
    for (ReportCollection collection : ReportCollection.values()) {
      kinds.addObject().put("$ref", ADDRESS + ITEMS + collection.about().id() + "#/$defs/feature");
    }
    return schema.root;
  }

  private ObjectNode members() {
    ObjectNode members = root.putObject("properties");
    members.putObject("type").put("const", "FeatureCollection");
    members.putObject("features").put("type", "array");
    return members;
  }

  private static void feature(ObjectNode feature, CollectionSchema collection) {
    feature.put("type", "object");
    feature.putArray("required").add("type").add("geometry").add("properties");
    ObjectNode members = feature.putObject("properties");
    members.putObject("type").put("const", "Feature");
    members.putObject("id").putArray("type").add("string").add("integer");
    geometry(members.putObject("geometry"), collection.geometry());
    ObjectNode properties = members.putObject("properties").put("type", "object");
    ArrayNode required = properties.putArray("required");
    ObjectNode all = properties.putObject("properties");
    for (PropertySchema property : collection.properties()) {
      if (!property.nullable()) {
        required.add(property.name());
      }
      property(all.putObject(property.name()), property);
    }
  }

  private static void geometry(ObjectNode schema, GeometryType geometry) {
    ArrayNode either = schema.putArray("oneOf");
    either.addObject().put("type", "null");
    ObjectNode present = either.addObject().put("$ref", ADDRESS + "geometry");
    List<String> types = types(geometry);
    if (!types.isEmpty()) {
      ArrayNode names = present.putObject("properties").putObject("type").putArray("enum");
      types.forEach(names::add);
    }
  }

  /** GeoJSON's names of the types, none for any. */
  private static List<String> types(GeometryType geometry) {
    return switch (geometry) {
      case POINT -> List.of("Point");
      case MULTI_POINT -> List.of("MultiPoint");
      case POINT_OR_MULTI_POINT -> List.of("Point", "MultiPoint");
      case LINE_STRING -> List.of("LineString");
      case MULTI_LINE_STRING -> List.of("MultiLineString");
      case LINE_STRING_OR_MULTI_LINE_STRING -> List.of("LineString", "MultiLineString");
      case POLYGON -> List.of("Polygon");
      case MULTI_POLYGON -> List.of("MultiPolygon");
      case POLYGON_OR_MULTI_POLYGON -> List.of("Polygon", "MultiPolygon");
      case ANY -> List.of();
    };
  }

  private static void property(ObjectNode schema, PropertySchema property) {
    if (property.description() != null) {
      schema.put("description", property.description());
    }
    if (property.readOnly()) {
      schema.put("readOnly", true);
    }
    String type = property.type().jsonType();
    if (type != null && property.nullable()) {
      schema.putArray("type").add(type).add("null");
    } else if (type != null) {
      schema.put("type", type);
    }
    if (property.type().format() != null) {
      schema.put("format", property.type().format());
    }
    if (!property.values().isEmpty()) {
      ArrayNode values = schema.putArray("enum");
      property.values().forEach(values::add);
      if (property.nullable()) {
        values.addNull();
      }
    }
  }
}
