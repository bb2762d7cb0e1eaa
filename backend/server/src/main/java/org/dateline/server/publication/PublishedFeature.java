package org.dateline.server.publication;

import static java.time.ZoneOffset.UTC;

import org.dateline.server.feature.Edtf;
import org.dateline.server.feature.Feature;
import org.dateline.server.feature.FeatureJson;
import org.dateline.server.feature.Json;
import org.dateline.server.report.Report;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.opengis.feature.simple.SimpleFeature;

/**
 * A feature as readers get it.
 *
 * @param feature what it says
 * @param collection the collection it belongs to
 * @param attributes what filters see of it
 * @param json its GeoJSON, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record PublishedFeature(
    Feature feature, GeometryKind collection, SimpleFeature attributes, byte[] json) {

  static PublishedFeature of(Report report, Feature feature, FeatureJson writer) {
    GeometryKind kind = GeometryKind.of(feature.geometry());
    SimpleFeatureBuilder builder = new SimpleFeatureBuilder(kind.type());
    builder.set(GeometryKind.GEOMETRY, feature.geometry());
    for (Queryable queryable : Queryable.ALL) {
      builder.set(queryable.name(), queryable.valueOf(report, feature));
    }
    Edtf.parse(feature.event().edtf())
        .ifPresent(
            date -> {
              builder.set(
                  GeometryKind.FIRST_MOMENT, date.first().atStartOfDay().toEpochSecond(UTC));
              builder.set(
                  GeometryKind.LAST_MOMENT,
                  date.last().plusDays(1).atStartOfDay().toEpochSecond(UTC) - 1);
            });
    return new PublishedFeature(
        feature,
        kind,
        builder.buildFeature(feature.id()),
        Json.document(report.source().text(), json -> writer.write(json, feature)));
  }
}
