package org.dateline.server.feature;

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

  /** By place id; as many as there are countries. */
  private final Map<String, Geometry> countries = new ConcurrentHashMap<>();

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

  private @Nullable Geometry country(String id) {
    return boundaries
        .outlineOf(id)
        .map(unit -> TopologyPreservingSimplifier.simplify(unit.outline(), COUNTRY_DEGREES))
        .orElse(null);
  }
}
