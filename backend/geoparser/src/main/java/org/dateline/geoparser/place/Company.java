package org.dateline.geoparser.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;

/**
 * In which first-level units the names of a text could all lie, before any of them is resolved:
 * each name votes for every unit in which a place bears it, the less the more units there are.
 * "Brandon", "Nelson" and "Alexandria" are in many states each, and all three in Minnesota.
 */
final class Company {

  private record Unit(String country, String admin1) {}

  private final Map<String, Set<Unit>> unitsOf = new HashMap<>();
  private final Map<Unit, Double> votes = new HashMap<>();

  /** Counts the places that a name may mean; a name counts once however often it is said. */
  void add(String name, List<Candidate> candidates) {
    if (unitsOf.containsKey(name)) {
      return;
    }
    Set<Unit> units = new HashSet<>();
    for (Candidate candidate : candidates) {
      Place place = candidate.place();
      if (candidate.kind() != NameKind.DEMONYM && isWithinUnit(place)) {
        units.add(new Unit(place.country(), place.admin1()));
      }
    }
    unitsOf.put(name, units);
    for (Unit unit : units) {
      votes.merge(unit, 1.0 / units.size(), Double::sum);
    }
  }

  /** Returns how much of the text's other names may lie in a place's unit, 0 to 1. */
  double of(Place place, String name) {
    if (!isWithinUnit(place)) {
      return 0;
    }
    Unit unit = new Unit(place.country(), place.admin1());
    Set<Unit> own = unitsOf.getOrDefault(name, Set.of());
    double others = votes.getOrDefault(unit, 0.0) - (own.contains(unit) ? 1.0 / own.size() : 0);
    return others <= 0 ? 0 : others / (others + 1);
  }

  private static boolean isWithinUnit(Place place) {
    return !place.admin1().isEmpty() && !place.isCountry();
  }
}
