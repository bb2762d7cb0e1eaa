package org.dateline.geodata.gazetteer;

/** How well known places are, to put the likeliest of a name first. */
public final class Fame {

  private Fame() {}

  /** Returns how well known a place is: about the logarithm of how many people it matters to. */
  public static double of(Place place) {
    double people = Math.log10(1 + place.population());
    double weight;
    if (place.isCountry()) {
      weight = people + 10;
    } else if (place.featureCode().equals("CONT")) {
      weight = 16;
    } else if (place.featureCode().equals("PPLC")) {
      weight = people + 4;
    } else if (place.isFirstLevel()) {
      // A little below its seat: who says Kharkiv without more means the city.
      weight = Math.max(5, people - 0.7);
    } else if (place.featureCode().equals("ADM2")) {
      weight = Math.max(0, people - 0.5);
    } else if (place.tier() == Tier.SUPPLEMENT || place.tier() == Tier.OWN) {
      // Somebody thought it worth a row of its own.
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
