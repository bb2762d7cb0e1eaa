package org.dateline.geoparser.place;

import org.dateline.geodata.gazetteer.Place;

/** Which places lie in which, by the codes of countries and units. */
public final class Containment {

  private Containment() {}

  /** Returns whether the parent is a country or unit that the child lies in. */
  public static boolean holds(Place parent, Place child) {
    if (parent.id().equals(child.id())
        || parent.country().isEmpty()
        || !parent.country().equals(child.country())) {
      return false;
    }
    if (parent.isCountry()) {
      return !child.isCountry();
    }
    boolean sameUnit = !parent.admin1().isEmpty() && parent.admin1().equals(child.admin1());
    if (parent.isFirstLevel()) {
      return sameUnit && !child.isFirstLevel();
    }
    return parent.featureCode().equals("ADM2")
        && sameUnit
        && parent.admin2().equals(child.admin2())
        && child.isPopulated();
  }
}
