package org.dateline.geoparser.place;

import java.util.List;
import org.dateline.geodata.gazetteer.Place;

/**
 * Which place a recognised mention names.
 *
 * @param place the likeliest place
 * @param probability that it is the one among those that bear the name, 0 to 1
 * @param reasons why, in words, weightiest first
 * @param alternatives the others, likeliest first
 */
public record Resolution(
    Place place, double probability, List<String> reasons, List<Alternative> alternatives) {

  /** Returns how far the runner-up is behind, 0 to 1. */
  public double margin() {
    return alternatives.isEmpty() ? 1 : probability - alternatives.get(0).score();
  }
}
