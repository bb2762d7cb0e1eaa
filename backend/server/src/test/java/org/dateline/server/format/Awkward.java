package org.dateline.server.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.collection.PropertyType;
import org.geotools.geojson.geom.GeometryJSON;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Features with everything that a format may stumble over. */
final class Awkward {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String[] TEXTS = {
    "Ségou",
    "الخرطوم",
    "中文 \uD83D\uDDFA",
    "a \"quote\", a comma; a 'tick'",
    "two\nlines\r\nand a\ttab",
    "<script>alert(1)</script>&amp;<b>]]>",
    "=HYPERLINK(\"http://evil.example\")",
    "'-1+1",
    ""
  };

  private Awkward() {}

  static CollectionSchema schema(GeometryType geometry) {
    List<PropertySchema> properties = new ArrayList<>();
    properties.add(property("name", PropertyType.STRING));
    properties.add(property("Name", PropertyType.STRING));
    properties.add(property("description", PropertyType.STRING));
    properties.add(property("fid", PropertyType.STRING));
    properties.add(property("größe (m)", PropertyType.NUMBER));
    properties.add(property("whole", PropertyType.INTEGER));
    properties.add(property("big", PropertyType.INTEGER));
    properties.add(property("flag", PropertyType.BOOLEAN));
    properties.add(property("day", PropertyType.DATE));
    properties.add(property("at", PropertyType.DATE_TIME));
    properties.add(property("list", PropertyType.ARRAY));
    properties.add(property("nested", PropertyType.OBJECT));
    properties.add(property("nothing", PropertyType.STRING));
    return new CollectionSchema("awkward", geometry, properties, null);
  }

  private static PropertySchema property(String name, PropertyType type) {
    return new PropertySchema(name, type, true, null, List.of(), false);
  }

  /** Returns features with these geometries and every text in turn. */
  static Features of(GeometryType type, String... wkts) {
    return of(9_007_199_254_740_991L, type, wkts);
  }

  /** Returns the same with another number in {@code big}. */
  static Features of(long big, GeometryType type, String... wkts) {
    CollectionSchema schema = schema(type);
    List<CollectionFeature> features = new ArrayList<>();
    for (int i = 0; i < Math.max(wkts.length, TEXTS.length); i++) {
      features.add(feature(schema, i, big, wkts[i % wkts.length]));
    }
    return new Features("awkward", "Awkward & <odd>", "http://localhost/items/", schema, features);
  }

  private static CollectionFeature feature(CollectionSchema schema, int i, long big, String wkt) {
    ObjectNode json = JSON.createObjectNode().put("type", "Feature").put("id", "id " + i + "/é");
    Geometry geometry = wkt.isEmpty() ? null : geometry(wkt);
    json.set("geometry", geometry == null ? JSON.nullNode() : geoJson(geometry));
    ObjectNode properties = json.putObject("properties");
    properties.put("name", TEXTS[i % TEXTS.length]);
    properties.put("Name", "other " + i);
    properties.put("description", TEXTS[(i + 1) % TEXTS.length]);
    properties.put("fid", "own " + i);
    properties.put("größe (m)", i + 0.25);
    properties.put("whole", i);
    properties.put("big", big);
    properties.put("flag", i % 2 == 0);
    properties.put("day", "2022-05-0" + (1 + i % 9));
    properties.put("at", "2022-05-01T12:00:0" + i % 10 + "Z");
    properties.putArray("list").add("a,\"b\"").add(i).addNull();
    properties.putObject("nested").put("fr", "É").putArray("more").add(1.5);
    if (i % 2 == 0) {
      properties.putNull("nothing");
    } else {
      properties.put("nothing", "something");
    }
    return CollectionFeature.of(
        schema,
        "id " + i + "/é",
        String.format("%04d", i),
        geometry,
        properties,
        json.toString().getBytes(StandardCharsets.UTF_8),
        null);
  }

  private static JsonNode geoJson(Geometry geometry) {
    return JSON.readTree(new GeometryJSON(15).toString(geometry));
  }

  static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
