package org.dateline.server.report;

import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.text.Span;
import org.dateline.server.feature.Feature.Status;
import org.jspecify.annotations.Nullable;

/**
 * What an editor decided on some words of a report.
 *
 * @param span where the words stand, UTF-16 into the report's text
 * @param words the characters there
 * @param status {@code VERIFIED}: they name a place; {@code REJECTED}: they name none; {@code
 *     NOT_IDENTIFIABLE}: it cannot be told which; {@code UNVERIFIED}: nobody has said
 * @param placeId gazetteer id of the place, null for the one that the geoparser finds
 * @param ownPlace the place that it is when no gazetteer has it, null otherwise
 * @param kind in which sense they name it, null for what the geoparser finds
 * @param layer the layer that the place falls into, null for what the geoparser finds
 * @param role what it is to the layer, null for what the geoparser finds
 * @param sensitive whether only a grid cell of it may be shown, null for what the geoparser finds
 * @param by name of who decided
 */
public record Decision(
    Span span,
    String words,
    Status status,
    @Nullable String placeId,
    @Nullable OwnPlace ownPlace,
    @Nullable MentionKind kind,
    @Nullable Layer layer,
    @Nullable FeatureRole role,
    @Nullable Boolean sensitive,
    String by) {

  /** Returns the id of the words, unique among all reports. */
  public String id(String report) {
    return report + '/' + span.start() + '-' + span.end();
  }

  /** Returns the same decision on other words that read the same. */
  public Decision on(Span other) {
    return new Decision(other, words, status, placeId, ownPlace, kind, layer, role, sensitive, by);
  }

  /** Returns the same decision with its own place, if any, somewhere else. */
  public Decision at(double lon, double lat) {
    return ownPlace == null
        ? this
        : new Decision(
            span,
            words,
            status,
            placeId,
            new OwnPlace(ownPlace.name(), lon, lat),
            kind,
            layer,
            role,
            sensitive,
            by);
  }

  /**
   * A place that no gazetteer has.
   *
   * @param name what readers see
   * @param lon degrees east
   * @param lat degrees north
   */
  public record OwnPlace(String name, double lon, double lat) {}

  /** A decision as it is kept. */
  public record Kept(Decision decision, int version) {}
}
