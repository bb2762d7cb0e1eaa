package org.dateline.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dateline.server.publication.Publication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (2020-12) of every answer that clients read. What has features is made from the
 * descriptions of the collections' properties; the others are the files in {@code schemas}.
 */
@Component
final class Schemas {

  private static final String LAYER = "layer";

  private static final List<String> FILES =
      List.of(
          "reports",
          "report-summary",
          "report",
          "text",
          "mentions",
          "mention",
          "layers",
          "geoparse",
          "problem",
          "geometry",
          "link");

  private final JsonMapper json;

  Schemas(JsonMapper json) {
    this.json = json;
  }

  /** Returns the names of all schemas. */
  static List<String> names(Publication publication) {
    List<String> names = new ArrayList<>(FILES);
    names.add(LAYER);
    publication.collections().forEach(each -> names.add(FeatureSchema.ITEMS + each.id()));
    return names;
  }

  /** Returns the schema of a name, empty when there is none. */
  Optional<ObjectNode> find(String name, Publication publication) {
    if (FILES.contains(name)) {
      return Optional.of(file(name));
    }
    if (name.equals(LAYER)) {
      return Optional.of(FeatureSchema.ofLayer(json));
    }
    return publication.collections().stream()
        .filter(collection -> name.equals(FeatureSchema.ITEMS + collection.id()))
        .findFirst()
        .map(found -> FeatureSchema.ofItems(json, found.about(), found.schema()));
  }

  private ObjectNode file(String name) {
    try (InputStream in = new ClassPathResource("schemas/" + name + ".json").getInputStream()) {
      return (ObjectNode) json.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
