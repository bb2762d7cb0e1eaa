package org.dateline.server.place;

import java.util.List;
import org.dateline.geodata.gazetteer.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a query may mean.
 *
 * @param spots likeliest first
 * @param places likeliest first, behind the spots
 * @param note what is wrong with the query or to be known of it, null for nothing
 */
record Found(List<Spot> spots, List<Place> places, @Nullable String note) {

  static Found at(Spot spot, List<Place> places) {
    return new Found(List.of(spot), places, null);
  }

  static Found nothing(String note) {
    return new Found(List.of(), List.of(), note);
  }
}
