package org.dateline.server.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dateline.geodata.boundary.Boundaries;
import org.dateline.geodata.boundary.Unit;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The outlines of areas that texts name: a region or country is its outline, not a dot. Safe for
 * concurrent use.
 */
public final class Outlines {

  /** How much detail a country's outline may lose, degrees: it needs no more than background. */
  private static final double COUNTRY_DEGREES = 0.2;

  private final Boundaries boundaries;

  /** More than a newsroom's reports name in a day. */
  private static final int MOST_PUBLISHED = 500;

  /** By place id; as many as there are countries. */
  private final Map<String, Geometry> countries = new ConcurrentHashMap<>();

  /** By place id: every decision of an editor makes a report's features anew. */
  private final Cache<String, Geometry> published =
      Caffeine.newBuilder().maximumSize(MOST_PUBLISHED).build();

  /** Takes outlines from the boundaries. */
  public Outlines(Boundaries boundaries) {
    this.boundaries = boundaries;
  }

  /**
   * Returns the outline (lon, lat) of an area that was computed, of a region or of a country; empty
   * for a place, and for an area that no outline is known of.
   */
  public Optional<Geometry> of(Referent referent) {
    if (referent.geometry() != null) {
      return Optional.of(referent.geometry());
    }
    if (referent.precision() == Precision.REGION) {
      return boundaries.outlineOf(referent.id()).map(Unit::outline);
    }
    if (referent.precision() == Precision.COUNTRY) {
      return Optional.ofNullable(countries.computeIfAbsent(referent.id(), this::country));
    }
    return Optional.empty();
  }

  /** Returns the same in the form that may be published. */
  public Optional<Geometry> published(Referent referent) {
    if (referent.geometry() != null) {
      return Optional.of(Rfc7946.publishable(referent.geometry()));
    }
    Geometry known = published.getIfPresent(referent.id());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Geometry> outline = of(referent).map(Rfc7946::publishable);
    outline.ifPresent(made -> published.put(referent.id(), made));
    return outline;
  }

  private @Nullable Geometry country(String id) {
    return boundaries
        .outlineOf(id)
        .map(unit -> TopologyPreservingSimplifier.simplify(unit.outline(), COUNTRY_DEGREES))
        .orElse(null);
  }
}
