package org.dateline.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a file is, it is refused, or each of its features has an id of its own and the data set
 * is one again that has the same.
 */
@Timeout(60)
class GeoJsonDatasetFuzzTest {

  @ValueSource(
      strings = {
        "\0\0\0{{!ty\1\2\3\4",
        "\0\0{\0",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":1,\"geometry\":"
            + "{\"type\":\"Point\",\"coordinates\":[-3,16,5]},\"properties\":{\"a\":1,\"b\":[1,\"x\"],"
            + "\"c\":{\"d\":null},\"day\":\"2022-01-01\",\"at\":\"2022-01-01T00:00:00Z\"}},"
            + "{\"type\":\"Feature\",\"id\":\"1\",\"geometry\":null,\"properties\":null}]}",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[0,0],[1,1],[1,0],[0,1],[0,0]]]},\"properties\":{\"geom\":true}}",
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
            + "\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\"features\":[{\"type\":\"Feature\",\"geometry\":"
            + "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"MultiLineString\","
            + "\"coordinates\":[[[0,0],[1,1]],[]]}]},\"properties\":{\"\":1.5e3}}]}",
      })
  @FuzzTest(maxDuration = "2m")
  void file(@NotNull String file) throws IOException {
    try {
      DatasetFile read = read(file);
      FeatureCollection collection = collection(read);
      assertThat(collection.features())
          .hasSize(read.features())
          .extracting(CollectionFeature::id)
          .doesNotHaveDuplicates();
      String again =
          "{\"type\":\"FeatureCollection\",\"features\":["
              + String.join("", read.parts()).strip().replace("\n", ",")
              + "]}";
      assertThat(collection(read(again)).features())
          .extracting(feature -> new String(feature.json(), StandardCharsets.UTF_8))
          .containsExactlyElementsOf(
              collection.features().stream()
                  .map(feature -> new String(feature.json(), StandardCharsets.UTF_8))
                  .toList());
    } catch (ProblemException e) {
      assertThat(e.type()).isEqualTo(ProblemType.INVALID_FILE);
    }
  }

  private static DatasetFile read(String file) throws IOException {
    return GeoJsonDataset.read(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), 100, bytes -> {});
  }

  private static FeatureCollection collection(DatasetFile file) {
    DatasetCollection collection =
        new DatasetCollection(
            new Dataset("a", "a", "", file.schema(), file.features(), 1, "a test", Instant.EPOCH));
    file.parts().forEach(collection::add);
    return collection.build();
  }
}
