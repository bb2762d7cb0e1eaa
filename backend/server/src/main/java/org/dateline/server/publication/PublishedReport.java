package org.dateline.server.publication;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.server.format.Features;
import org.dateline.server.http.Representation;
import org.dateline.server.location.AddedLocation;
import org.dateline.server.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A report with its answers, encoded.
 *
 * @param report the report
 * @param metadata what {@code /api/reports/{id}} answers
 * @param linkedData the report as schema.org's NewsArticle alone, JSON-LD
 * @param text its text with mentions
 * @param mentions its mentions alone
 * @param layers its list of layers
 * @param features the features of each layer, by layer id
 * @param layerFeatures the same, for other formats
 * @param found what the geoparser found, one by one
 * @param added what people added, in the order they did
 */
public record PublishedReport(
    Report report,
    Representation metadata,
    Representation linkedData,
    Representation text,
    Representation mentions,
    Representation layers,
    Map<String, Representation> features,
    Map<String, Features> layerFeatures,
    List<PublishedFeature> found,
    List<AddedLocation> added) {

  static PublishedReport of(
      Report report, List<PublishedFeature> found, List<PublishedFeature> added) {
    ReportJson json = new ReportJson(report);
    LayerJson layers = LayerJson.of(report, found, added);
    return new PublishedReport(
        report,
        json.metadata(),
        json.linkedData(),
        json.text(),
        json.mentions(),
        layers.list(),
        layers.collections(),
        layers.features(),
        found,
        locations(added));
  }

  /** Returns the same report with other locations of journalists. */
  PublishedReport with(List<PublishedFeature> added) {
    LayerJson layers = LayerJson.of(report, found, added);
    return new PublishedReport(
        report,
        metadata,
        linkedData,
        text,
        mentions,
        layers.list(),
        layers.collections(),
        layers.features(),
        found,
        locations(added));
  }

  private static List<AddedLocation> locations(List<PublishedFeature> added) {
    return added.stream().flatMap(feature -> Stream.ofNullable(feature.added())).toList();
  }

  /** Returns a layer's features for an encoder, null when the report has no such layer. */
  public @Nullable Features toEncode(String id) {
    return layerFeatures.get(id);
  }

  /** Returns a layer's features, null when the report has no such layer. */
  public @Nullable Representation layer(String id) {
    return features.get(id);
  }
}
