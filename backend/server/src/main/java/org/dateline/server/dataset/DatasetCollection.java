package org.dateline.server.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.http.Representation;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the collection of a data set from its kept parts, one after the other. */
public final class DatasetCollection {

  private static final JsonMapper JSON = new JsonMapper();

  private final Dataset dataset;
  private final CollectionSchema schema;
  private final List<CollectionFeature> features;

  /** Starts with no features. */
  public DatasetCollection(Dataset dataset) {
    this.dataset = dataset;
    this.schema = dataset.schema().of(dataset.id());
    this.features = new ArrayList<>(dataset.features());
  }

  /** Adds the features of a part, see {@link DatasetFile#parts()}. */
  public DatasetCollection add(String part) {
    int start = 0;
    for (int end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', start)) {
      features.add(feature(part.substring(start, end)));
      start = end + 1;
    }
    return this;
  }

  private CollectionFeature feature(String line) {
    String id = "";
    Geometry geometry = null;
    JsonNode properties = JSON.missingNode();
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "id" -> id = parser.getString();
          case "geometry" -> geometry = geometry(parser);
          case "properties" -> properties = parser.readValueAsTree();
          default -> parser.skipChildren();
        }
      }
    }
    return CollectionFeature.of(
        schema,
        id,
        "%09d".formatted(features.size()),
        geometry,
        properties,
        line.getBytes(StandardCharsets.UTF_8),
        null);
  }

  private @Nullable Geometry geometry(JsonParser parser) {
    try {
      return GeoJsonGeometry.read(parser);
    } catch (GeoJsonGeometry.Fault e) {
      throw new IllegalStateException("the kept data set " + dataset.id() + " is damaged", e);
    }
  }

  /** Returns the collection. */
  public FeatureCollection build() {
    String description =
        dataset.description().isEmpty()
            ? "A data set of " + dataset.features() + " features."
            : dataset.description();
    return new FeatureCollection(
        new FeatureCollection.About(dataset.id(), dataset.title(), description, false),
        schema,
        features,
        dataset.updatedAt(),
        // An id goes on counting its versions when it is used again.
        Representation.hash(dataset.id() + ' ' + dataset.version() + ' ' + dataset.updatedAt()));
  }
}
