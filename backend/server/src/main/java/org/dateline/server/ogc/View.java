package org.dateline.server.ogc;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.GeometryJson;
import org.dateline.server.crs.Crs;
import org.dateline.server.format.Features;
import org.dateline.server.http.QueryParameters;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is shown of each feature.
 *
 * @param crs that coordinates are given in
 * @param properties by name, null for all
 * @param geometry whether it is shown
 */
record View(Crs crs, @Nullable Set<String> properties, boolean geometry) {

  /** The whole feature, as it is kept. */
  static final View ALL = new View(Crs.CRS84, null, true);

  private static final JsonMapper JSON = new JsonMapper();

  static View of(QueryParameters query, CollectionSchema schema) {
    return new View(
        query.text("crs").map(name -> Crs.of("crs", name)).orElse(Crs.CRS84),
        query.text("properties").map(names -> parse(names, schema)).orElse(null),
        query.oneOf("skipGeometry", "false", "true").equals("false"));
  }

  private static Set<String> parse(String names, CollectionSchema schema) {
    Set<String> properties = new LinkedHashSet<>();
    for (String name : names.isEmpty() ? List.<String>of() : List.of(names.split(",", -1))) {
      if (schema.find(name).isEmpty()) {
        throw ProblemException.parameter(
            "properties",
            "There is no property \"" + name + "\".",
            "Names with commas between them; the collection's schema has them.");
      }
      properties.add(name);
    }
    return properties;
  }

  /** Returns a feature's GeoJSON as it is shown. */
  byte[] json(CollectionFeature feature) {
    if (equals(ALL)) {
      return feature.json();
    }
    JsonNode whole = JSON.readTree(feature.json());
    ByteArrayOutputStream out = new ByteArrayOutputStream(feature.json().length);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeName("id");
      json.writeTree(whole.path("id"));
      GeometryJson.write(json, shown(feature.geometry()));
      json.writeObjectPropertyStart("properties");
      whole
          .path("properties")
          .properties()
          .forEach(
              property -> {
                if (properties == null || properties.contains(property.getKey())) {
                  json.writeName(property.getKey());
                  json.writeTree(property.getValue());
                }
              });
      json.writeEndObject();
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /**
   * Returns features for an encoder, as they are shown.
   *
   * @param home address that an id is added to, with a slash at its end
   * @throws ProblemException when another system is asked for: readers of files take lon lat
   */
  Features of(FeatureCollection collection, String home, List<CollectionFeature> features) {
    if (!crs.equals(Crs.CRS84)) {
      throw ProblemException.parameter(
          "crs",
          "Files have longitude and latitude, WGS 84.",
          "Leave it out, or ask for f=geojson.");
    }
    CollectionSchema schema = collection.schema();
    if (equals(ALL)) {
      return new Features(collection.id(), collection.about().title(), home, schema, features);
    }
    CollectionSchema narrow =
        new CollectionSchema(
            collection.id(),
            schema.geometry(),
            schema.properties().stream()
                .filter(p -> properties == null || properties.contains(p.name()))
                .toList(),
            null);
    List<CollectionFeature> shown = new ArrayList<>();
    for (CollectionFeature feature : features) {
      byte[] json = json(feature);
      shown.add(
          CollectionFeature.of(
              narrow,
              feature.id(),
              feature.key(),
              shown(feature.geometry()),
              JSON.readTree(json).path("properties"),
              json,
              null));
    }
    return new Features(collection.id(), collection.about().title(), home, narrow, shown);
  }

  private @Nullable Geometry shown(@Nullable Geometry lonLat) {
    return geometry && lonLat != null ? crs.of(lonLat) : null;
  }
}
