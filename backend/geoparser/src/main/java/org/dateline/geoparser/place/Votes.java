package org.dateline.geoparser.place;

import java.util.HashMap;
import java.util.Map;
import org.dateline.geodata.gazetteer.Place;

/**
 * How much of a text lies in each country, by its other names: a name does not vote for itself, and
 * one that is said often does not outvote many that are said once.
 */
final class Votes {

  /** Said more often, a name counts no more. */
  private static final double MOST_OF_A_NAME = 3;

  private final Map<String, Map<String, Double>> byName = new HashMap<>();
  private final Map<String, Double> byCountry = new HashMap<>();
  private double total;

  void add(String name, Place place, double weight) {
    Map<String, Double> own = byName.computeIfAbsent(name, k -> new HashMap<>(2));
    double before = own.getOrDefault(place.country(), 0.0);
    double added = Math.min(weight, MOST_OF_A_NAME - before);
    if (added > 0) {
      own.put(place.country(), before + added);
      byCountry.merge(place.country(), added, Double::sum);
      total += added;
    }
  }

  /** Returns the share of the text's other names that lie in a country, 0 to 1. */
  double shareOf(String country, String name) {
    if (country.isEmpty()) {
      return 0;
    }
    Map<String, Double> own = byName.getOrDefault(name, Map.of());
    double others = total;
    for (double weight : own.values()) {
      others -= weight;
    }
    double same = byCountry.getOrDefault(country, 0.0) - own.getOrDefault(country, 0.0);
    return others <= 0 ? 0 : Math.max(0, same) / others;
  }
}
