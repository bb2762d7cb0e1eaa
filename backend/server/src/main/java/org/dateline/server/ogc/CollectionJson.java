package org.dateline.server.ogc;

import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.FeatureCollection.About;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.feature.Json;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JsonGenerator;

/** What a collection says of itself. */
final class CollectionJson {

  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  private CollectionJson() {}

  static void describe(JsonGenerator json, FeatureCollection collection, String base) {
    About kind = collection.about();
    Envelope extent = collection.extent();
    String self = base + "/api/collections/" + kind.id();
    json.writeStartObject();
    json.writeStringProperty("id", kind.id());
    json.writeStringProperty("title", kind.title());
    json.writeStringProperty("description", kind.description());
    json.writeStringProperty("itemType", "feature");
    if (extent != null) {
      json.writeObjectPropertyStart("extent");
      json.writeObjectPropertyStart("spatial");
      json.writeArrayPropertyStart("bbox");
      json.writeStartArray();
      json.writeNumber(extent.getMinX());
      json.writeNumber(extent.getMinY());
      json.writeNumber(extent.getMaxX());
      json.writeNumber(extent.getMaxY());
      json.writeEndArray();
      json.writeEndArray();
      json.writeStringProperty("crs", CRS84);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("crs");
    json.writeString(CRS84);
    json.writeEndArray();
    json.writeArrayPropertyStart("links");
    Json.link(json, "self", self, "application/json", kind.title());
    Json.link(json, "items", self + "/items", "application/geo+json", "Its features");
    Json.link(
        json,
        "http://www.opengis.net/def/rel/ogc/1.0/queryables",
        self + "/queryables",
        "application/schema+json",
        "What its features can be selected by");
    json.writeEndArray();
    json.writeEndObject();
  }

  static byte[] queryables(FeatureCollection collection, String base) {
    About kind = collection.about();
    return Json.document(
        "",
        json -> {
          json.writeStartObject();
          json.writeStringProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
          json.writeStringProperty("$id", base + "/api/collections/" + kind.id() + "/queryables");
          json.writeStringProperty("type", "object");
          json.writeStringProperty("title", kind.title());
          json.writeObjectPropertyStart("properties");
          json.writeObjectPropertyStart(collection.schema().geometryName());
          json.writeStringProperty("format", collection.schema().geometry().format());
          json.writeEndObject();
          for (PropertySchema property : collection.schema().properties()) {
            if (property.queryable()) {
              describe(json, property);
            }
          }
          json.writeEndObject();
          json.writeBooleanProperty("additionalProperties", false);
          json.writeEndObject();
        });
  }

  private static void describe(JsonGenerator json, PropertySchema property) {
    json.writeObjectPropertyStart(property.name());
    write(json, "description", property.description());
    write(json, "type", property.type().jsonType());
    write(json, "format", property.type().format());
    if (!property.values().isEmpty()) {
      Json.texts(json, "enum", property.values());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  /** Returns an id as a segment of a path. */
  static String segment(String id) {
    return UriUtils.encodePathSegment(id, java.nio.charset.StandardCharsets.UTF_8);
  }
}
