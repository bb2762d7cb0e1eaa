package org.dateline.server.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.Selection;
import org.junit.jupiter.api.Test;
import org.opengis.filter.Filter;

/**
 * The test data of the CQL2 standard, which is not part of this repository: {@code
 * -Ddateline.conformance=PATH} names the folder that has {@code cql2/vectors.tsv}, the layers
 * beside it, and {@code cql2/standard/examples}.
 */
class ConformanceTest {

  private static Path folder() {
    String path = System.getProperty("dateline.conformance", "");
    assumeTrue(
        !path.isEmpty(),
        "NOT RUN: the standard's test data is missing; -Ddateline.conformance=PATH names it");
    return Path.of(path, "cql2");
  }

  @Test
  void everyVectorOfTheStandardGivesItsCount() throws IOException {
    Path folder = folder();
    Map<String, FeatureCollection> layers = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    List<String> vectors = Files.readAllLines(folder.resolve("vectors.tsv"));
    for (String vector : vectors) {
      String[] parts = vector.split("\t");
      FeatureCollection layer = layers.computeIfAbsent(parts[1], id -> layer(folder, id));
      Filter filter = Sample.filter(layer, Cql2.TEXT, parts[2]);
      int count = layer.select(new Selection(List.of(), null, filter)).size();
      if (count != Integer.parseInt(parts[3])) {
        wrong.add(count + " in place of: " + vector);
      }
    }
    assertThat(vectors).hasSize(139);
    assertThat(wrong).isEmpty();
  }

  private static FeatureCollection layer(Path folder, String id) {
    try (InputStream file = Files.newInputStream(folder.resolve(id + ".geojson"))) {
      return Sample.collection(id, file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyExampleOfTheStandardSaysTheSameInTextAndJson() throws IOException {
    Path examples = folder().resolve("standard/examples");
    List<Path> texts;
    try (Stream<Path> files = Files.list(examples.resolve("text"))) {
      texts = files.sorted().toList();
    }
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (Path text : texts) {
      Node fromText = Cql2.TEXT.parse(Files.readString(text)).root();
      String name = text.getFileName().toString().replaceFirst("(-alt\\d+)?\\.txt$", ".json");
      Path json = examples.resolve("json").resolve(name);
      if (Files.exists(json)) {
        compared++;
        Node fromJson = Cql2.JSON.parse(Files.readString(json)).root();
        if (!fromText.equals(fromJson)) {
          different.add(text.getFileName() + ": " + fromText + " / " + fromJson);
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
    assertThat(different).isEmpty();
  }
}
