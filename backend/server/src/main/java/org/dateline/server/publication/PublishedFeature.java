package org.dateline.server.publication;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.dateline.geoparser.finding.Layer;
import org.dateline.server.feature.Edtf;
import org.dateline.server.feature.Feature;
import org.dateline.server.feature.FeatureJson;
import org.dateline.server.feature.Json;
import org.dateline.server.http.Representation;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.location.LocationJson;
import org.dateline.server.report.Report;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.opengis.feature.simple.SimpleFeature;

/**
 * Something on the map as readers get it, whoever put it there.
 *
 * @param id unique among all
 * @param name shown to readers
 * @param report id of the report on whose map it lies, null when it lies on none
 * @param layer the layer it falls into
 * @param geometry lon lat, WGS 84, as it may be shown
 * @param updatedAt when this version was made
 * @param etag strong entity tag of the feature alone, null to take one from the bytes
 * @param collection the collection it belongs to
 * @param attributes what filters see of it
 * @param json its GeoJSON, UTF-8
 * @param hash of the GeoJSON
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record PublishedFeature(
    String id,
    String name,
    @Nullable String report,
    Layer layer,
    Geometry geometry,
    Instant updatedAt,
    @Nullable String etag,
    GeometryKind collection,
    SimpleFeature attributes,
    byte[] json,
    String hash) {

  static PublishedFeature of(Report report, Feature feature, FeatureJson writer) {
    GeometryKind kind = GeometryKind.of(feature.geometry());
    SimpleFeatureBuilder builder = builder(kind, feature.geometry(), feature.event().edtf());
    for (Queryable queryable : Queryable.ALL) {
      builder.set(queryable.name(), queryable.valueOf(report, feature));
    }
    byte[] json = Json.document(report.source().text(), out -> writer.write(out, feature));
    return new PublishedFeature(
        feature.id(),
        feature.location().name(),
        report.id(),
        feature.layer(),
        feature.geometry(),
        feature.updatedAt(),
        null,
        kind,
        builder.buildFeature(feature.id()),
        json,
        Representation.hash(json));
  }

  static PublishedFeature of(AddedLocation location) {
    GeometryKind kind = GeometryKind.LOCATIONS;
    SimpleFeatureBuilder builder = builder(kind, location.geometry(), location.event().edtf());
    for (Queryable queryable : Queryable.ALL) {
      builder.set(queryable.name(), location.properties().get(queryable.name()));
    }
    byte[] json = LocationJson.of(location);
    return new PublishedFeature(
        location.id(),
        location.name(),
        location.report(),
        Layer.LOCATIONS,
        location.geometry(),
        location.updatedAt(),
        location.etag(),
        kind,
        builder.buildFeature(location.id()),
        json,
        Representation.hash(json));
  }

  private static SimpleFeatureBuilder builder(
      GeometryKind kind, Geometry geometry, @Nullable String edtf) {
    SimpleFeatureBuilder builder = new SimpleFeatureBuilder(kind.type());
    builder.set(GeometryKind.GEOMETRY, geometry);
    Edtf.parse(edtf)
        .ifPresent(
            date -> {
              builder.set(
                  GeometryKind.FIRST_MOMENT, date.first().atStartOfDay().toEpochSecond(UTC));
              builder.set(
                  GeometryKind.LAST_MOMENT,
                  date.last().plusDays(1).atStartOfDay().toEpochSecond(UTC) - 1);
            });
    return builder;
  }
}
