package org.dateline.server.location;

import java.util.Map;
import org.dateline.server.feature.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A journalist's location as public GeoJSON. */
public final class LocationJson {

  /** What people draw keeps about a centimetre. */
  private static final int DECIMALS = 7;

  private LocationJson() {}

  /** Returns a location's feature, UTF-8. */
  public static byte[] of(AddedLocation location) {
    return Json.document("", json -> write(json, location));
  }

  /** Writes a location as a GeoJSON feature. */
  public static void write(JsonGenerator json, AddedLocation location) {
    json.writeStartObject();
    members(json, location);
    json.writeEndObject();
  }

  /** Writes the members of the feature, so that others can be added. */
  public static void members(JsonGenerator json, AddedLocation location) {
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", location.id());
    Json.geometry(json, location.geometry(), DECIMALS);
    json.writeObjectPropertyStart("properties");
    for (Map.Entry<String, @Nullable Object> property : location.properties().entrySet()) {
      write(json, property.getKey(), property.getValue());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, @Nullable Object value) {
    if (value instanceof String text) {
      json.writeStringProperty(name, text);
    } else if (value instanceof Boolean flag) {
      json.writeBooleanProperty(name, flag);
    } else if (value instanceof Number number) {
      Json.number(json, name, number.doubleValue());
    } else if (value instanceof double[] position) {
      Json.numbers(json, name, position);
    } else if (value instanceof Map<?, ?> names) {
      json.writeObjectPropertyStart(name);
      names.forEach((tag, text) -> json.writeStringProperty(tag.toString(), text.toString()));
      json.writeEndObject();
    } else {
      json.writeNullProperty(name);
    }
  }
}
