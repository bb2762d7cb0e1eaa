package org.dateline.geodata.boundary;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Outlines of units, by place and by position. Immutable and safe for concurrent use. */
public interface Boundaries {

  /**
   * Returns the outline of a gazetteer place, when it is a country or unit that we have one of:
   * first-level units of today, some second-level ones, and some that were abolished.
   */
  Optional<Unit> outlineOf(String placeId);

  /** Returns the country that contains a point (lon, lat), empty at sea. */
  Optional<Unit> countryAt(double lon, double lat);

  /**
   * Returns the first-level unit that contains a point (lon, lat): today's, or where its outline is
   * missing the abolished or the second-level one there, see {@link Unit#validTo()} and the place.
   */
  Optional<Unit> firstLevelAt(double lon, double lat);

  /** Returns the countries that share a land border with one, by ISO 3166-1 alpha-2 code. */
  List<String> neighboursOf(String country);

  /**
   * Returns the point where the outlines of three countries (alpha-2 codes) come together, computed
   * from the outlines; empty when they do not meet.
   */
  Optional<Coordinate> tripoint(String first, String second, String third);
}
