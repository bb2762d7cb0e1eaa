package org.dateline.server.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geodata.gazetteer.Place;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Searches the gazetteer as a person types. */
@Component
class PlaceSearch {

  /** Below this, a misspelling is as likely another word. */
  private static final int MIN_MISSPELT = 4;

  private final Gazetteer gazetteer;

  PlaceSearch(Geodata geodata) {
    this.gazetteer = geodata.gazetteer();
  }

  /**
   * Returns the places that a query may mean: those whose name it begins, best known first; then,
   * where these are few, those whose name it misspells.
   *
   * @param bias a box whose places come first, a null envelope for none
   */
  List<Place> search(String query, int limit, Envelope bias) {
    Map<String, Place> found = new LinkedHashMap<>();
    add(found, gazetteer.startingWith(query, limit, bias));
    if (found.size() < limit && query.length() >= MIN_MISSPELT) {
      add(found, gazetteer.resembling(query, limit));
    }
    return new ArrayList<>(found.values()).subList(0, Math.min(limit, found.size()));
  }

  /** Returns the places nearest to a point. */
  List<Place> nearest(double lon, double lat, int limit) {
    return gazetteer.nearest(lon, lat, limit);
  }

  private static void add(Map<String, Place> found, List<Candidate> candidates) {
    candidates.forEach(candidate -> found.putIfAbsent(candidate.place().id(), candidate.place()));
  }
}
