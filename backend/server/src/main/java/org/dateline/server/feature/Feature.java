package org.dateline.server.feature;

import java.time.Instant;
import java.util.List;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A place, an area or a movement of a report. Everything in it may be public: where a place is
 * generalised, the true point is in none of the parts.
 *
 * @param id {@code <report>.<slug>}, the same after a re-run, never reused
 * @param layer the layer it falls into
 * @param role what it is to the layer
 * @param geometry lon lat, WGS 84, as RFC 7946 wants it (see {@link Rfc7946})
 * @param location what place it is and how precisely it is shown
 * @param event what happens there
 * @param quote the sentence that says so
 * @param match why the geoparser chose this place
 * @param mentionCount how often the text names it
 * @param claims what someone says of it; empty when the report speaks for itself
 * @param route its two ends, for a movement; null for everything else
 * @param drawn whether the map draws it at first
 * @param status what people made of it
 * @param version 1 for the first, one more with every change
 * @param updatedAt when this version was made
 */
public record Feature(
    String id,
    Layer layer,
    FeatureRole role,
    Geometry geometry,
    Location location,
    Event event,
    Quote quote,
    Match match,
    int mentionCount,
    List<Claimed> claims,
    @Nullable Route route,
    boolean drawn,
    Status status,
    int version,
    Instant updatedAt) {

  /** What people made of a machine's finding. */
  public enum Status {
    UNVERIFIED,
    VERIFIED,
    NOT_IDENTIFIABLE,
    REJECTED,
    WITHDRAWN
  }

  /** Returns the same with what people made of it. */
  public Feature as(Status decided) {
    return new Feature(
        id,
        layer,
        role,
        geometry,
        location,
        event,
        quote,
        match,
        mentionCount,
        claims,
        route,
        drawn,
        decided,
        version,
        updatedAt);
  }

  /** Returns the same as another version. */
  public Feature as(int otherVersion, Instant time) {
    return with(quote, otherVersion, time);
  }

  /** Returns the same with nothing of the text around the quoted sentence. */
  public Feature quotingOnly() {
    return with(quote.alone(), version, updatedAt);
  }

  private Feature with(Quote otherQuote, int otherVersion, Instant time) {
    return new Feature(
        id,
        layer,
        role,
        geometry,
        location,
        event,
        otherQuote,
        match,
        mentionCount,
        claims,
        route,
        drawn,
        status,
        otherVersion,
        time);
  }
}
