package org.dateline.server.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.server.problem.JsonFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoJSON: a collection, or one feature. */
final class GeoJsonFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private GeoJsonFile() {}

  static ReadFile read(byte[] file, int maxRows) {
    JsonNode root;
    try {
      root = JSON.readTree(file);
    } catch (JacksonException e) {
      throw Formats.unusable(
          "The file is not JSON: " + JsonFault.of(e) + ".",
          "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr(),
          "It may have been cut off on its way. Nothing was changed.");
    }
    String type = root.path("type").asString("");
    List<JsonNode> features = new ArrayList<>();
    if (type.equals("FeatureCollection") && root.path("features").isArray()) {
      root.path("features").forEach(features::add);
    } else if (type.equals("Feature")) {
      features.add(root);
    } else {
      throw Formats.unusable(
          "The JSON is not GeoJSON with features.",
          "/type",
          "A file of locations is a FeatureCollection.");
    }
    if (features.size() > maxRows) {
      throw Formats.tooManyRows(maxRows);
    }
    Set<String> columns = new LinkedHashSet<>();
    List<Row> rows = new ArrayList<>();
    for (JsonNode feature : features) {
      Map<String, JsonNode> values = new LinkedHashMap<>();
      feature.path("properties").properties().forEach(p -> values.put(p.getKey(), p.getValue()));
      columns.addAll(values.keySet());
      JsonNode geometry = feature.path("geometry");
      rows.add(new Row(rows.size() + 1L, geometry.isObject() ? geometry : null, null, values));
    }
    return new ReadFile("GeoJSON", List.of(), List.copyOf(columns), rows);
  }
}
