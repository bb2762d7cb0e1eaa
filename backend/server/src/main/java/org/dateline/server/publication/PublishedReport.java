package org.dateline.server.publication;

import java.util.List;
import java.util.Map;
import org.dateline.server.http.Representation;
import org.dateline.server.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A report with its answers, encoded.
 *
 * @param report the report
 * @param metadata what {@code /api/reports/{id}} answers
 * @param text its text with mentions
 * @param mentions its mentions alone
 * @param layers its list of layers
 * @param features the features of each layer, by layer id
 */
public record PublishedReport(
    Report report,
    Representation metadata,
    Representation text,
    Representation mentions,
    Representation layers,
    Map<String, Representation> features) {

  static PublishedReport of(Report report, List<PublishedFeature> features) {
    ReportJson json = new ReportJson(report);
    LayerJson layers = new LayerJson(report, features);
    return new PublishedReport(
        report, json.metadata(), json.text(), json.mentions(), layers.list(), layers.collections());
  }

  /** Returns a layer's features, null when the report has no such layer. */
  public @Nullable Representation layer(String id) {
    return features.get(id);
  }
}
