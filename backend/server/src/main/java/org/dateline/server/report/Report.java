package org.dateline.server.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.dateline.geoparser.text.Span;
import org.dateline.server.feature.Feature;

/**
 * A report with what was read in it.
 *
 * @param source as received
 * @param reading what the geoparser made of it
 * @param receivedAt when it was first stored
 * @param version 1 for the first, one more with every change of source or reading; 0 before it is
 *     stored
 */
public record Report(ReportSource source, Reading reading, Instant receivedAt, int version) {

  /** Returns the report's id. */
  public String id() {
    return source.id();
  }

  /** Returns how many places and areas the map draws at first. */
  public int drawnPlaces() {
    return (int) drawn().stream().filter(feature -> feature.route() == null).count();
  }

  /** Returns how many movements the map draws at first. */
  public int drawnMovements() {
    return (int) drawn().stream().filter(feature -> feature.route() != null).count();
  }

  /** Returns how many of the drawn places a person has checked. */
  public int verifiedPlaces() {
    return (int)
        drawn().stream()
            .filter(feature -> feature.route() == null)
            .filter(feature -> feature.status() == Feature.Status.VERIFIED)
            .count();
  }

  /** Returns the mentions that no place could be told for. */
  public List<ReportMention> notPlaced() {
    return reading.mentions().stream().filter(mention -> mention.featureId() == null).toList();
  }

  /** Returns the sentences that mention a place, in order, each once. */
  public List<Span> quotedSentences() {
    return reading.mentions().stream()
        .map(ReportMention::sentence)
        .distinct()
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  /** Returns the same report as another version with the features that this version has. */
  public Report as(int otherVersion, List<Feature> features) {
    return new Report(
        source,
        new Reading(
            reading.methodVersion(),
            reading.at(),
            reading.language(),
            reading.date(),
            reading.focus(),
            reading.mentions(),
            features,
            reading.ids()),
        receivedAt,
        otherVersion);
  }

  private List<Feature> drawn() {
    return reading.features().stream().filter(Feature::drawn).toList();
  }
}
