package org.dateline.server.collection;

import org.dateline.server.feature.Json;
import org.dateline.server.publication.GeometryKind;
import org.dateline.server.publication.Queryable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JsonGenerator;

/** What a collection says of itself. */
final class CollectionJson {

  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  private CollectionJson() {}

  static void describe(
      JsonGenerator json, GeometryKind kind, @Nullable Envelope extent, String base) {
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

  static byte[] queryables(GeometryKind kind, String base) {
    return Json.document(
        "",
        json -> {
          json.writeStartObject();
          json.writeStringProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
          json.writeStringProperty("$id", base + "/api/collections/" + kind.id() + "/queryables");
          json.writeStringProperty("type", "object");
          json.writeStringProperty("title", kind.title());
          json.writeObjectPropertyStart("properties");
          for (Queryable queryable : Queryable.ALL) {
            json.writeObjectPropertyStart(queryable.name());
            json.writeStringProperty("description", queryable.description());
            json.writeStringProperty(
                "type", queryable.type() == Integer.class ? "integer" : "string");
            if (!queryable.values().isEmpty()) {
              Json.texts(json, "enum", queryable.values());
            }
            json.writeEndObject();
          }
          json.writeEndObject();
          json.writeBooleanProperty("additionalProperties", false);
          json.writeEndObject();
        });
  }

  /** Returns an id as a segment of a path. */
  static String segment(String id) {
    return UriUtils.encodePathSegment(id, java.nio.charset.StandardCharsets.UTF_8);
  }
}
