package org.dateline.server.publication;

import java.time.Instant;
import org.dateline.geoparser.finding.Layer;
import org.dateline.server.collection.CollectionFeature;
import org.dateline.server.feature.Feature;
import org.dateline.server.feature.FeatureJson;
import org.dateline.server.feature.Json;
import org.dateline.server.http.Representation;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.location.LocationJson;
import org.dateline.server.report.Report;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something on the map as readers get it, whoever put it there.
 *
 * @param report id of the report on whose map it lies, null when it lies on none
 * @param layer the layer it falls into
 * @param geometry lon lat, WGS 84, as it may be shown
 * @param updatedAt when this version was made
 * @param collection the collection it belongs to
 * @param feature the same as a feature of that collection
 * @param hash of the GeoJSON
 * @param added the location that a person added, null for what the geoparser found
 */
public record PublishedFeature(
    @Nullable String report,
    Layer layer,
    Geometry geometry,
    Instant updatedAt,
    ReportCollection collection,
    CollectionFeature feature,
    String hash,
    @Nullable AddedLocation added) {

  private static final JsonMapper JSON = new JsonMapper();

  static PublishedFeature of(Report report, Feature feature, FeatureJson writer) {
    byte[] json = Json.document(report.source().text(), out -> writer.write(out, feature));
    return of(
        report.id(),
        feature.layer(),
        feature.geometry(),
        feature.updatedAt(),
        ReportCollection.of(feature.geometry()),
        feature.id(),
        json,
        null);
  }

  static PublishedFeature of(AddedLocation location) {
    return of(
        location.report(),
        Layer.LOCATIONS,
        location.geometry(),
        location.updatedAt(),
        ReportCollection.LOCATIONS,
        location.id(),
        LocationJson.of(location),
        location);
  }

  /** Filters see what stands in the JSON, no more: what is generalised there is so for them. */
  private static PublishedFeature of(
      @Nullable String report,
      Layer layer,
      Geometry geometry,
      Instant updatedAt,
      ReportCollection collection,
      String id,
      byte[] json,
      @Nullable AddedLocation added) {
    CollectionFeature feature =
        CollectionFeature.of(
            collection.schema(),
            id,
            id,
            geometry,
            JSON.readTree(json).path("properties"),
            json,
            added == null ? null : added.etag());
    return new PublishedFeature(
        report, layer, geometry, updatedAt, collection, feature, Representation.hash(json), added);
  }

  /** Returns its GeoJSON, UTF-8. */
  byte[] json() {
    return feature.json();
  }
}
