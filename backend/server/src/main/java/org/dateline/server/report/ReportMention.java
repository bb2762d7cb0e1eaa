package org.dateline.server.report;

import java.util.List;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.text.Span;
import org.dateline.server.feature.Feature.Status;
import org.jspecify.annotations.Nullable;

/**
 * A place name in a report's text, as it may be shown. Offsets are UTF-16 into the text.
 *
 * @param id "m1", "m2", ... in the order of the text
 * @param span where it stands
 * @param text the characters there
 * @param kind in which sense it names a place
 * @param coreference whether it is a description rather than a name
 * @param sentence the sentence it stands in
 * @param featureId the feature that it names, null when none could be told
 * @param layer that feature's layer
 * @param name that feature's name
 * @param gazetteerId that feature's gazetteer id, null where it would give a protected point away
 * @param score calibrated probability, 0 to 1
 * @param margin how far the runner-up is behind, 0 to 1
 * @param reasons in words, weightiest first
 * @param others what else it could have meant, best first
 * @param notPlacedBecause why there is no feature, null when there is one
 * @param status what editors made of it
 * @param statusBy name of the editor, null when nobody has decided
 * @param version how often someone has decided on it
 */
public record ReportMention(
    String id,
    Span span,
    String text,
    MentionKind kind,
    boolean coreference,
    Span sentence,
    @Nullable String featureId,
    @Nullable Layer layer,
    @Nullable String name,
    @Nullable String gazetteerId,
    double score,
    double margin,
    List<String> reasons,
    List<Other> others,
    @Nullable String notPlacedBecause,
    Status status,
    @Nullable String statusBy,
    int version) {

  /**
   * Another place that bears the name.
   *
   * @param id gazetteer id
   * @param name its name
   * @param admin1 name of its first-level unit, null when not known
   * @param country name of its country, null when it lies in none
   * @param lon degrees east
   * @param lat degrees north
   * @param score calibrated probability, 0 to 1
   * @param reason why it was not chosen
   * @param suggested whether editors chose it for this name before
   */
  public record Other(
      String id,
      String name,
      @Nullable String admin1,
      @Nullable String country,
      double lon,
      double lat,
      double score,
      String reason,
      boolean suggested) {}
}
