package org.dateline.server.ogc;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.FeatureCollection.About;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.collection.TimeSpan;
import org.dateline.server.crs.Crs;
import org.dateline.server.feature.Json;
import org.dateline.server.format.Format;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JsonGenerator;

/** What a collection says of itself. */
final class CollectionJson {

  private static final String CRS84 = Crs.CRS84.uri();

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
    TimeSpan span = collection.span();
    if (extent != null || span != null) {
      json.writeObjectPropertyStart("extent");
    }
    if (extent != null) {
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
    }
    if (span != null) {
      json.writeObjectPropertyStart("temporal");
      json.writeArrayPropertyStart("interval");
      json.writeStartArray();
      json.writeString(span.first().toString());
      json.writeString(span.last().truncatedTo(ChronoUnit.SECONDS).toString());
      json.writeEndArray();
      json.writeEndArray();
      json.writeStringProperty("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
      json.writeEndObject();
    }
    if (extent != null || span != null) {
      json.writeEndObject();
    }
    Json.texts(json, "crs", systems(extent));
    json.writeStringProperty("storageCrs", CRS84);
    json.writeArrayPropertyStart("links");
    Json.link(json, "self", self, "application/json", kind.title());
    for (Format format : Format.of(collection.schema())) {
      String type = format.type().toString();
      String query = format == Format.GEO_JSON ? "" : "?f=" + format.parameter();
      Json.link(json, "items", self + "/items" + query, type, "Its features as " + format.title());
    }
    Json.link(
        json,
        "http://www.opengis.net/def/rel/ogc/1.0/queryables",
        self + "/queryables",
        "application/schema+json",
        "What its features can be selected by");
    Json.link(
        json,
        "http://www.opengis.net/def/rel/ogc/1.0/schema",
        self + "/schema",
        "application/schema+json",
        "What its features have");
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * The systems that map programs need most: degrees, web maps, and the metres of the UTM zone
   * round the middle. Answers can have every other of the EPSG registry too.
   */
  private static List<String> systems(@Nullable Envelope extent) {
    List<String> systems = new ArrayList<>();
    systems.add(CRS84);
    List<Integer> codes = new ArrayList<>(List.of(4326, 3857));
    if (extent != null) {
      Coordinate middle = extent.centre();
      int zone = Math.min(60, (int) Math.floor((middle.getX() + 180) / 6) + 1);
      codes.add((middle.getY() < 0 ? 32700 : 32600) + zone);
    }
    codes.forEach(code -> systems.add("http://www.opengis.net/def/crs/EPSG/0/" + code));
    return systems;
  }

  /** Returns what the features can be selected by. */
  static byte[] queryables(FeatureCollection collection, String base) {
    return schema(collection, base, true);
  }

  /** Returns what the features have, and what of it is given when one is made or changed. */
  static byte[] schema(FeatureCollection collection, String base) {
    return schema(collection, base, false);
  }

  private static byte[] schema(FeatureCollection collection, String base, boolean queryables) {
    String self = base + "/api/collections/" + collection.id();
    CollectionSchema schema = collection.schema();
    return Json.document(
        "",
        json -> {
          json.writeStartObject();
          json.writeStringProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
          json.writeStringProperty("$id", self + (queryables ? "/queryables" : "/schema"));
          json.writeStringProperty("type", "object");
          json.writeStringProperty("title", collection.about().title());
          json.writeStringProperty("description", collection.about().description());
          json.writeObjectPropertyStart("properties");
          json.writeObjectPropertyStart(schema.geometryName());
          json.writeStringProperty("title", "The geometry");
          json.writeStringProperty("format", schema.geometry().format());
          json.writeStringProperty("x-ogc-role", "primary-geometry");
          json.writeEndObject();
          for (PropertySchema property : schema.properties()) {
            if (property.queryable() || !queryables) {
              describe(json, property, schema, queryables);
            }
          }
          json.writeEndObject();
          if (!queryables) {
            Json.texts(
                json,
                "required",
                schema.properties().stream()
                    .filter(property -> !property.nullable() && !property.readOnly())
                    .map(PropertySchema::name)
                    .toList());
          }
          json.writeBooleanProperty("additionalProperties", false);
          json.writeEndObject();
        });
  }

  private static void describe(
      JsonGenerator json, PropertySchema property, CollectionSchema schema, boolean queryables) {
    json.writeObjectPropertyStart(property.name());
    write(json, "description", property.description());
    write(json, "type", property.type().jsonType());
    write(json, "format", property.type().format());
    if (!property.values().isEmpty()) {
      Json.texts(json, "enum", property.values());
    }
    if (property.readOnly() && !queryables) {
      json.writeBooleanProperty("readOnly", true);
    }
    if (property.name().equals(schema.timeProperty())) {
      json.writeStringProperty("x-ogc-role", "primary-instant");
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
