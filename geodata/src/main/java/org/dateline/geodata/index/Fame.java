package org.dateline.geodata.index;

import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;

/** How well known places are, to put the likeliest of a name first. */
final class Fame {

  private Fame() {}

  /** How well known a place is: about the logarithm of how many people it matters to. */
  static double of(Place place) {
    double people = Math.log10(1 + place.population());
    double weight;
    if (place.isCountry()) {
      weight = people + 10;
    } else if (place.featureCode().equals("CONT")) {
      weight = 16;
    } else if (place.featureCode().equals("PPLC")) {
      weight = people + 4;
    } else if (place.isFirstLevel() || (place.tier() != Tier.WORLD && place.population() == 0)) {
      weight = Math.max(5, people);
    } else {
      weight = people;
    }
    // Of seas and regions, the larger is the better known.
    return "LHT".indexOf(place.featureClass()) >= 0
        ? weight + Math.log10(1 + place.uncertaintyMetres() / 100_000.0)
        : weight;
  }
}
