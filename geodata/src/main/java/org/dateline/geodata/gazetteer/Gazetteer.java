package org.dateline.geodata.gazetteer;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds places by name and by position. Implementations are immutable and safe for concurrent use;
 * no method blocks on a network.
 */
public interface Gazetteer {

  /**
   * Returns the places that bear a name, folded (case, accents, hyphens, apostrophes, French
   * spellings); best known first. Empty when there is none.
   */
  List<Candidate> named(CharSequence name);

  /**
   * Walks names token by token, so that a text is scanned for longest and nested names without a
   * look-up for each substring.
   */
  NameScanner scanner();

  /**
   * Returns places one of whose names starts with a prefix, best known first: search as you type.
   *
   * @param limit how many at most, 1 to 100
   * @param bias a box (lon, lat) whose places come first, or a null envelope for none
   */
  List<Candidate> startingWith(CharSequence prefix, int limit, Envelope bias);

  /**
   * Returns the places whose names are within one or two edits of a misspelt name, closest first.
   */
  List<Candidate> resembling(CharSequence name, int limit);

  /**
   * Returns the places nearest to a point, nearest first.
   *
   * @param lon degrees east
   * @param lat degrees north
   * @param limit how many at most, 1 to 100
   */
  List<Place> nearest(double lon, double lat, int limit);

  /** Returns the place with an id, as in {@link Place#id()}. */
  Optional<Place> byId(String id);

  /** Returns the country with an ISO 3166-1 alpha-2 code. */
  Optional<Place> country(String iso2);

  /** Returns the first-level unit with a country's code and the GeoNames admin-1 code within it. */
  Optional<Place> firstLevel(String country, String admin1);

  /** Returns the names of a place, main name first, without demonyms. */
  List<String> namesOf(Place place);

  /** Returns the capital (PPLC) of a country. */
  Optional<Place> capitalOf(String iso2);
}
