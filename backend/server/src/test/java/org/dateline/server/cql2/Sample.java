package org.dateline.server.cql2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.Selection;
import org.dateline.server.dataset.Dataset;
import org.dateline.server.dataset.DatasetCollection;
import org.dateline.server.dataset.DatasetFile;
import org.dateline.server.dataset.GeoJsonDataset;
import org.opengis.filter.Filter;

/** Collections that filters are tried on. */
public final class Sample {

  /** A handful of features with a property of each type, some of them missing. */
  public static final FeatureCollection HANDFUL = handful();

  private Sample() {}

  private static FeatureCollection handful() {
    try (InputStream file = Sample.class.getResourceAsStream("/cql2/handful.geojson")) {
      return collection("handful", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the collection that a GeoJSON file becomes. */
  static FeatureCollection collection(String id, InputStream geoJson) throws IOException {
    DatasetFile file = GeoJsonDataset.read(geoJson, 10_000, bytes -> {});
    DatasetCollection collection =
        new DatasetCollection(
            new Dataset(id, id, "", file.schema(), file.features(), 1, "a test", Instant.EPOCH));
    file.parts().forEach(collection::add);
    return collection.build();
  }

  static Filter filter(FeatureCollection collection, Cql2 encoding, String filter) {
    return encoding.read(filter, collection.schema(), UnaryOperator.identity());
  }

  /** Returns the ids of the features that a filter takes, looking at each of them. */
  static List<String> taken(FeatureCollection collection, Filter filter) {
    return collection.select(new Selection(List.of(), null, filter)).stream()
        .map(CollectionFeature::id)
        .toList();
  }
}
